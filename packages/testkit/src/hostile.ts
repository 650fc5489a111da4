/** Generators of what careless code falls over. A plain `fc.string()` meets hardly any of it in a hundred runs. */
import * as fc from 'fast-check'

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))

/** C0, DEL and C1: what a terminal may take for a command (ESC, CSI), and what ends a line or a string elsewhere. */
export const control = fc.constantFrom(...range(0x00, 0x1f), ...range(0x7f, 0x9f))

/** What turns the direction of the text after it. */
export const bidi = fc.constantFrom(
  '\u061c',
  ...range(0x200e, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
)

/** What takes no column: zero-width, soft hyphen, byte order mark, a combining mark, a variation selector, a tag. */
export const invisible = fc.constantFrom(
  '\u00ad',
  ...range(0x200b, 0x200d),
  '\u2060',
  '\ufeff',
  '\u0301',
  '\ufe0f',
  '\u{e0041}',
)

/** What ends a line somewhere: on the wire, in a file, in JavaScript, in Unicode. */
export const lineEnd = fc.constantFrom('\r\n', '\n', '\r', '\n\r', '\r\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029')

/** Half of a surrogate pair, which UTF-8 cannot say. */
export const loneSurrogate = fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff')

/** Half-width kana with a voice mark of its own, full-width letters, a pair of surrogates, a family of one column pair. */
export const wide = fc.constantFrom('ｶﾞ', 'ﾊﾟ', 'が', 'Ａ', '𠮟', '\u{1f469}\u200d\u{1f467}', '한')

/** What has a meaning in some syntax: quotes, escapes, markup, headers, IMAP literals, SMTP and POP3 ends. */
export const syntax = fc.constantFrom(
  '"',
  "'",
  '\\',
  '<',
  '>',
  '&',
  '%',
  '{',
  '}',
  '=',
  ': ',
  '.',
  '\r\n.\r\n',
  '{3}\r\n',
  '\x1b[2J',
)

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcXYZ019 @.-_') },
  control,
  bidi,
  invisible,
  lineEnd,
  loneSurrogate,
  wide,
  syntax,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)

/** Text in which hostile characters stand beside ordinary ones. */
export const hostileText = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(''))

const octet = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'ab .*+-') },
  { weight: 3, arbitrary: fc.constantFrom('\r\n', '\r', '\n', '\r\n.', '\r\n.\r\n') },
  fc.constantFrom('\0', '\t', '\x1b', '\x7f', '\x80', '\xff', '\xc3', '\xe3\x81', '\xed\xa0\x80', '\x16\x03\x01'),
  fc.nat(0xff).map((code) => String.fromCharCode(code)),
)

/** Octets as a broken or hostile peer sends them: ends of lines in every form, NUL, broken UTF-8, a TLS record's beginning. */
export const hostileOctets = fc.array(octet, { maxLength: 60 }).map((octets) => Buffer.from(octets.join(''), 'latin1'))

/** A number at the borders of a limit, and some between and beyond. */
export function bordering(limit: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(limit - 1, limit, limit + 1) },
    fc.constantFrom(0, 1),
    fc.nat(2 * limit),
  )
}

/** Sizes for `chunks`: often empty or single octets, so that every border is cut at some time. */
export const sizes = fc.array(fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(40)), { maxLength: 30 })
