import { badMessage } from '../errors/failure.ts'

/** One header field as it stands, continuation lines and line ends included. */
export type Field = { name: string; value: string; bytes: Buffer }

const LF = 0x0a

/**
 * A message cut into its header fields and what follows them (the empty line included). Byte-exact: the pieces joined are
 * the message. Throws `bad-message` if it does not begin with a header (RFC 5322, section 2.2), naming the line.
 */
export function splitHeader(raw: Buffer): { fields: Field[]; rest: Buffer } {
  const fields: { name: string; start: number; end: number }[] = []
  let at = 0
  for (let line = 1; at < raw.length; line++) {
    const lf = raw.indexOf(LF, at)
    const end = lf < 0 ? raw.length : lf + 1
    // Latin-1 keeps one character a byte: names are ASCII, values are looked at later.
    const text = raw.toString('latin1', at, Math.min(end, at + 1000)).replace(/\r?\n$/, '')
    if (text === '' && lf >= 0) break
    const last = fields.at(-1)
    if (/^[ \t]/.test(text) && last) {
      last.end = end
    } else {
      const name = /^([!-9;-~]+)[ \t]*:/.exec(text)?.[1]
      if (name === undefined) throw badMessage('no-header', { line })
      fields.push({ name: name.toLowerCase(), start: at, end })
    }
    at = end
  }
  if (fields.length === 0) throw badMessage('no-header')
  return {
    fields: fields.map(({ name, start, end }) => {
      const bytes = raw.subarray(start, end)
      const text = bytes.toString('utf8')
      return {
        name,
        bytes,
        value: text
          .slice(text.indexOf(':') + 1)
          .replace(/\r?\n([ \t])/g, '$1')
          .trim(),
      }
    }),
    rest: raw.subarray(at),
  }
}
