/** Where to go on after a sign-in: a path on this host, never an address elsewhere, whatever the query says. */

const here = 'http://here.invalid'
const maxLength = 8192

/** The path and query if that is what it is; else the front page. */
export function returnPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || text.length > maxLength || !URL.canParse(text, here)) return '/'
  const { origin, pathname, search } = new URL(text, here)
  // The parser takes `/\` and `//` for the beginning of a host, and so would a browser.
  return origin === here && !pathname.startsWith('//') ? pathname + search : '/'
}

/** A page's path that remembers where to go on afterwards. */
export function pathWithReturn(path: string, back: string, more: Record<string, string> = {}): string {
  return `${path}?${new URLSearchParams({ ...more, return: back }).toString()}`
}

/**
 * Where a form may send the browser. A sign-in that an application asked for ends at the application's own address, and
 * browsers do not follow a form there (CSP `form-action`, redirects included): the way leads over a page of ours.
 */
export function afterForm(back: string): string {
  return back.includes('/oauth2/') ? pathWithReturn('/continue', back) : back
}
