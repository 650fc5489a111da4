/**
 * Columns on a terminal: how wide a text is, and how to cut, pad and wrap it. Japanese and emoji take two columns; text
 * must already be plain (`plain.ts`), control characters are not expected here.
 */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), in broad blocks, and what is drawn as an emoji. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u
const ascii = /^[\u0020-\u007e]*$/

function graphemeWidth(grapheme: string): number {
  if (/^\p{Mark}/u.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

/** The columns `text` takes. */
export function width(text: string): number {
  if (ascii.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += graphemeWidth(segment)
  return columns
}

/** Fills up with spaces to `columns`. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

/** Cuts to at most `columns`, ending in `…` if anything was left out. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let out = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    const next = graphemeWidth(segment)
    if (used + next > columns - 1) break
    out += segment
    used += next
  }
  return `${out}…`
}

/** May not begin a line: closing brackets, Japanese full stops, small kana (the first rule of kinsoku shori). */
const clingsToThePrevious =
  /^[、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…,.)\]}!?:;]/u
const opensSomething = /[（［｛〔〈《「『【([{]$/u

/** Breaks `text` into lines of at most `columns`, at spaces and between Japanese characters; a longer word is broken. */
export function wrap(text: string, columns: number): string[] {
  const limit = Math.max(8, columns)
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (width(line + piece.trimEnd()) <= limit) {
      line += piece
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    line = piece
    while (width(line.trimEnd()) > limit) {
      const head = fit(line, limit)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  lines.push(line.trimEnd())
  return lines
}

/** The unbreakable pieces: words with the space after them, and single wide characters with what clings to them. */
function pieces(text: string): string[] {
  const out: string[] = []
  for (const { segment } of graphemes.segment(text)) {
    const last = out.at(-1)
    if (last === undefined) out.push(segment)
    else if (segment === ' ' || clingsToThePrevious.test(segment) || opensSomething.test(last))
      out.push(out.pop()! + segment)
    else if (last.endsWith(' ') || graphemeWidth(segment) === 2 || width(last.at(-1)!) === 2) out.push(segment)
    else out.push(out.pop()! + segment)
  }
  return out
}

function fit(text: string, columns: number): string {
  let out = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += graphemeWidth(segment)
    if (used > columns) break
    out += segment
  }
  return out
}
