const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Plain text as a piece of HTML that shows it with its lines. */
export function textToHtml(text: string): string {
  return `<div style="white-space: pre-wrap">${text.replaceAll(/[&<>]/g, (character) => escapes[character]!)}</div>`
}
