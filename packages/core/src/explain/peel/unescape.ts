/** How deep one escape stands in another: JSON in JSON in a URL. */
const maxDepth = 5

/** Takes the escapes away that a text went through on its way: JSON, Python, URLs, HTML, quoted-printable. */
export function unescape(text: string): string {
  let plain = text
  for (let depth = 0; depth < maxDepth; depth++) {
    const next = unfoldQuoted(fromHtml(fromUrl(fromLiteral(plain))))
    if (next === plain) break
    plain = next
  }
  return plain
}

const literals: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ' }

/** JSON, Python, C: `\"`, `\n`, `\u00e9`, `\xe9`. */
function fromLiteral(text: string): string {
  if (!text.includes('\\')) return text
  return text.replaceAll(
    /\\(?:u\{?([\da-f]{4})\}?|x([\da-f]{2})|(["'/\\])|([nrt]))/gi,
    (_, unicode?: string, byte?: string, same?: string, control?: string) => {
      const hex = unicode ?? byte
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
      return same ?? literals[control!.toLowerCase()]!
    },
  )
}

/** In words that hold such escapes a plus is a space. */
function fromUrl(text: string): string {
  if (!/%[\da-f]{2}|error_description=/i.test(text)) return text
  return text
    .split(/(\s+)/)
    .map((word) => {
      if (!/%[\da-f]{2}|error_description=/i.test(word)) return word
      return word.replaceAll('+', ' ').replaceAll(/(?:%[\da-f]{2})+/gi, decoded)
    })
    .join('')
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: "'",
  lsquo: "'",
  rdquo: '"',
  ldquo: '"',
  hellip: '...',
  ndash: '-',
  mdash: '-',
}

function fromHtml(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text
  return text
    .replaceAll(/<\/?(?:br|p|div|span|b|i|strong|em|code|pre|td|tr|li|ul|h\d|a|font)(?:\s[^<>]{0,300})?\/?>/gi, ' ')
    .replaceAll(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
      (whole, number?: string, hex?: string, name = '') => {
        const code = number === undefined ? Number.parseInt(hex ?? '', 16) : Number(number)
        if (name !== '') return entities[name.toLowerCase()] ?? whole
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
      },
    )
}

/** The soft line break of quoted-printable (RFC 2045, 6.7). */
function unfoldQuoted(text: string): string {
  return text.replaceAll(/=\r?\n/g, '')
}
