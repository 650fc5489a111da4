/** Encoded words in header fields (RFC 2047). Never fails, in linear time: what is no such word stays as it is. */
import { decodeText } from './charset.ts'
import { decodeQuotedPrintable } from './transfer.ts'

/** Charset (a language after it is passed over, RFC 2231, 5), encoding, text; spaces inside are a common mistake. */
const wordPattern = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi
const whitePattern = /^[ \t\r\n]*$/

/**
 * Decodes a field's text, given as Latin-1, one character an octet; octets outside of words are taken for UTF-8 if they
 * can be. White space between words goes, and their octets are joined first: many programs split a character in two.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return decodePlain(text)
  let decoded = ''
  let charset = ''
  let words: Buffer[] = []
  const endWords = (): void => {
    if (words.length > 0) decoded += decodeText(Buffer.concat(words), charset)
    words = []
  }
  let position = 0
  for (const match of text.matchAll(wordPattern)) {
    const [word, wordCharset, encoding, content] = match as unknown as [string, string, string, string]
    const between = text.slice(position, match.index)
    if (words.length === 0 || !whitePattern.test(between)) {
      endWords()
      decoded += decodePlain(between)
    } else if (wordCharset.toLowerCase() !== charset) {
      endWords()
    }
    charset = wordCharset.toLowerCase()
    words.push(decodeWord(encoding, content))
    position = match.index + word.length
  }
  endWords()
  return decoded + decodePlain(text.slice(position))
}

function decodeWord(encoding: string, content: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(content, 'base64')
  return decodeQuotedPrintable(Buffer.from(content.replaceAll('_', ' '), 'latin1'))
}

function decodePlain(text: string): string {
  return /[\u0080-\u00ff]/.test(text) ? decodeText(Buffer.from(text, 'latin1')) : text
}
