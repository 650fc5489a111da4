/** A key, for the tab. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0b6b57"/>
<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
<circle cx="11" cy="16" r="5"/><path d="M16 16h10v4M21 16v3"/></g>
</svg>
`
