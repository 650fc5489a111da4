/**
 * Makes foreign text (a server's words, a message, a file name, an argument) safe for a terminal. Whatever comes out
 * holds no control character, escape sequence or bidirectional override; it must never be bypassed for a value that this
 * program did not write itself.
 */

/** Reorder or hide what stands on the line: embeddings, overrides, isolates, marks, zero-width spaces, tags. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const c0 = /[\u0000-\u001f]/g
const deleteOrC1 = /[\u007f-\u009f]/g
const loneSurrogate = /\p{Surrogate}/gu

/**
 * One line: C0 controls become their visible pictures (`ESC` → `␛`), C1 controls and broken surrogates `�`, and
 * invisible formatting is dropped. A line end inside the text becomes `␍␊`.
 */
export function plainLine(text: string): string {
  return text
    .replace(invisible, '')
    .replace(loneSurrogate, '\ufffd')
    .replace(c0, (control) => String.fromCodePoint(0x2400 + control.charCodeAt(0)))
    .replace(deleteOrC1, (control) => (control === '\u007f' ? '\u2421' : '\ufffd'))
}

/** Several lines, split at CRLF or LF, each made plain; a tab becomes spaces up to the next multiple of eight. */
export function plainLines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => plainLine(expandTabs(line)))
}

function expandTabs(line: string): string {
  let out = ''
  for (const [index, part] of line.split('\t').entries()) {
    if (index > 0) out += ' '.repeat(8 - (out.length % 8))
    out += part
  }
  return out
}
