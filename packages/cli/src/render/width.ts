/**
 * Columns on a terminal: how wide a text is, and how to cut, pad and wrap it. Japanese and emoji take two columns; text
 * must already be plain (`plain.ts`), control characters are not expected here.
 */
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), in broad blocks, and what is drawn as an emoji. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u
const ascii = /^[\u0020-\u007e]*$/

function graphemeWidth(grapheme: string): number {
  if (/^\p{Mark}/u.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

/**
 * `Intl.Segmenter` takes quadratic time on long texts, so it is given a thousand units at a time: whoever writes so long a
 * word or line may find a character of several code points drawn apart there.
 */
function* segments(segmenter: Intl.Segmenter, text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const splitsPair = /^[\ud800-\udbff]$/.test(text.charAt(at + 999))
    const part = text.slice(at, at + (splitsPair ? 1001 : 1000))
    for (const { segment } of segmenter.segment(part)) yield segment
    at += part.length
  }
}

/** The columns `text` takes. */
export function width(text: string): number {
  if (ascii.test(text)) return text.length
  let columns = 0
  for (const segment of segments(graphemes, text)) columns += graphemeWidth(segment)
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
  for (const segment of segments(graphemes, text)) {
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

/** Breaks `text` into lines of at most `columns`, at spaces and between Japanese words; a longer word is broken. */
export function wrap(text: string, columns: number): string[] {
  const limit = Math.max(8, columns)
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces(text)) {
    const all = width(piece)
    const needed = all - (piece.length - piece.trimEnd().length)
    if (used + needed <= limit) {
      line += piece
      used += all
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    const broken = chunks(piece, limit)
    line = broken.pop()!
    used = width(line)
    lines.push(...broken)
  }
  lines.push(line.trimEnd())
  return lines
}

/** The unbreakable pieces: words with the space after them, and Japanese words with what clings to them. */
function pieces(text: string): string[] {
  if (ascii.test(text)) return text.match(/ *[^ ]+ *| +/g) ?? []
  const out: string[] = []
  let previous = ''
  for (const segment of segments(words, text)) {
    const joined =
      segment === ' ' ||
      clingsToThePrevious.test(segment) ||
      opensSomething.test(previous) ||
      (isNarrow(previous) && isNarrow(segment))
    if (joined && out.length > 0) out.push(out.pop()! + segment)
    else out.push(segment)
    previous = segment
  }
  return out
}

/** No break may come between two of these without a space. */
function isNarrow(word: string): boolean {
  return word !== '' && word !== ' ' && !wide.test(word)
}

/** A piece that is too long for a line, cut into lines; the last may be short. */
function chunks(piece: string, columns: number): string[] {
  const out = ['']
  let used = 0
  for (const segment of segments(graphemes, piece)) {
    const next = graphemeWidth(segment)
    if (used + next > columns && segment !== ' ') {
      out.push('')
      used = 0
    }
    out.push(out.pop()! + segment)
    used += next
  }
  return out
}
