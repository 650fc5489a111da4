/**
 * The text of an HTML message, for a terminal: no layout, no links followed, nothing loaded. It reads hostile input once,
 * from front to back, and its result still has to be made plain (`plain.ts`).
 */
const block = new Set(
  'address article aside blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const unseen = new Set(['head', 'script', 'style', 'template', 'title'])

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  yen: '¥',
  euro: '€',
  times: '×',
  zwnj: '',
  shy: '',
}

export function htmlToText(html: string): string {
  let out = ''
  let hiddenBy: string | undefined
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const text = html.slice(at, open < 0 ? undefined : open)
    if (hiddenBy === undefined) out += decode(text.replaceAll(/\s+/g, ' '))
    if (open < 0) break
    const comment = html.startsWith('<!--', open)
    const close = html.indexOf(comment ? '-->' : '>', open)
    if (close < 0) break
    at = close + (comment ? 3 : 1)
    const [, slash, given] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, Math.min(close, open + 20))) ?? []
    const name = given?.toLowerCase()
    if (name === undefined) continue
    if (hiddenBy !== undefined) {
      if (slash === '/' && name === hiddenBy) hiddenBy = undefined
    } else if (slash === '' && unseen.has(name)) hiddenBy = name
    else if (block.has(name)) out += '\n'
    else if (name === 'td' || name === 'th') out += ' '
  }
  return out
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
    .filter((line, index, lines) => line !== '' || (lines[index - 1] !== '' && index > 0))
    .join('\n')
    .trim()
}

function decode(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
