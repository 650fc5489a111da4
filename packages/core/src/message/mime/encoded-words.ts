/** Header text: encoded words (RFC 2047) and octets that stand there as they are. Never fails, in linear time. */
import { latin1fromString, latin1toString } from '@exodus/bytes/single-byte.js'
import { decodeText } from './charset.ts'
import { charsetOf } from './charset-names.ts'
import { guessText, utf8 } from './charset-guess.ts'
import { decodeBase64, decodeQuotedPrintable } from './transfer.ts'

/**
 * Charset (a language after it is passed over, RFC 2231, section 5), encoding, text. Spaces and question marks inside are
 * common mistakes; another word's beginning is not inside.
 */
const words = /=\?([^?*\s]*)(?:\*[^?\s]*)?\?([bq])\?((?:[^?=]|\?(?!=)|=(?!\?[^=]))*)\?=/gi

/**
 * Decodes a field's octets, given one character each. White space between words goes, and the octets of neighbours are
 * joined first: many programs split a character in two. Raw octets are in `charset` if they are no UTF-8.
 */
export function decodeField(octets: string, charset = ''): string {
  return mapWords(octets, charset, (text) => text)
}

/** The same, but each run of words becomes what `word` makes of its text: a parser must not see what is inside. */
export function mapWords(octets: string, charset: string, word: (text: string) => string): string {
  let [text, at] = ['', 0]
  let run: { label: string; octets: string[] }[] = []
  const endRun = () => {
    if (run.length > 0)
      text += word(run.map(({ label, octets }) => decodeText(octetsOf(octets.join('')), label)).join(''))
    run = []
  }
  for (const match of octets.matchAll(words)) {
    const [whole, label, encoding, content] = match as unknown as [string, string, string, string]
    const between = octets.slice(at, match.index)
    if (run.length === 0 || /[^ \t\r\n]/.test(between)) {
      endRun()
      text += rawText(between, charset)
    }
    const last = run.at(-1)
    const piece = latin1toString(decodeWord(encoding, content))
    if (last && (charsetOf(last.label) ?? '') === (charsetOf(label) ?? '')) last.octets.push(piece)
    else run.push({ label, octets: [piece] })
    at = match.index + whole.length
  }
  endRun()
  return text + rawText(octets.slice(at), charset)
}

function decodeWord(encoding: string, content: string): Uint8Array {
  if (encoding.toLowerCase() === 'b') return decodeBase64(octetsOf(content))
  return decodeQuotedPrintable(octetsOf(content.replaceAll('_', ' ')))
}

function rawText(octets: string, charset: string): string {
  if (!/[\u0080-\u00ff\u001b]/.test(octets)) return octets
  const raw = octetsOf(octets)
  if (charsetOf(charset) === undefined) return guessText(raw)
  return utf8(raw) ?? decodeText(raw, charset)
}

function octetsOf(text: string): Uint8Array {
  return latin1fromString(text)
}
