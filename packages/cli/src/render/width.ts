/**
 * Columns on a terminal: how wide a text is, and how to cut, pad and wrap it. Japanese and emoji take two columns; text
 * must already be plain (`plain.ts`), control characters are not expected here.
 */

/** Latin letters, punctuation, arrows, our marks: one column each, and nothing that joins with its neighbour. */
const simple = String.raw`\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u257f\u2713\u2717`
/** Kana, Chinese characters, full-width forms: two columns each (Unicode Standard Annex 11), nothing that joins either. */
const japanese = String.raw`\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60\uffe0-\uffe6`
const onlySimple = new RegExp(`^[${simple}]*$`)
const onlySimpleAndJapanese = new RegExp(`^[${simple}${japanese}]*$`)
const eachJapanese = new RegExp(`[${japanese}]`, 'g')

/** All that is East Asian Wide or Fullwidth, in broad blocks, and what is drawn as an emoji. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u

/** The columns `text` takes. */
export function width(text: string): number {
  if (onlySimple.test(text)) return text.length
  if (onlySimpleAndJapanese.test(text)) return text.length + (text.match(eachJapanese)?.length ?? 0)
  let columns = 0
  for (const grapheme of graphemes(text)) columns += graphemeWidth(grapheme)
  return columns
}

/** Fills up with spaces to `columns`. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

/** Cuts to at most `columns`, ending in `…` if anything was left out. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text
  return `${cutInto(text, columns - 1)[0]!.trimEnd()}…`
}

/** Breaks `text` into lines of at most `columns`, at spaces and between Japanese phrases; what is longer is broken. */
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
    const broken = needed <= limit ? [piece] : cutInto(piece, limit)
    line = broken.pop()!
    used = width(line)
    lines.push(...broken)
  }
  lines.push(line.trimEnd())
  return lines
}

type Script = 'space' | 'hiragana' | 'katakana' | 'kanji' | 'opening' | 'closing' | 'other'

const opening = '（［｛〔〈《「『【'
const closing = '、。，．・：；？！）］｝〕〉》」』】…'
/** Never begins a line, though a phrase may go on after it. */
const clinging = 'ヽヾゝゞ々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ゛゜'

function scriptOf(character: string): Script {
  if (character === ' ') return 'space'
  if (character < '\u2026') return 'other'
  if (opening.includes(character)) return 'opening'
  if (closing.includes(character)) return 'closing'
  if (character >= '\u3041' && character <= '\u309f') return 'hiragana'
  if (character >= '\u30a0' && character <= '\u30ff') return 'katakana'
  return character >= '\u2e80' && character <= '\ud7ff' ? 'kanji' : 'other'
}

/**
 * The unbreakable pieces: words with the space after them, and Japanese phrases, which end where hiragana are followed by
 * another script. No piece begins with a full stop, a closing bracket or a small kana, none ends with an opening bracket.
 */
function pieces(text: string): string[] {
  const out: string[] = []
  let begin = 0
  let before: Script = 'other'
  for (let at = 0; at < text.length; at++) {
    const script = scriptOf(text[at]!)
    const counted = script === 'kanji' && /\d /.test(text.slice(at - 2, at)) // 16 文字
    if (at > begin && mayBreak(before, script) && !clinging.includes(text[at]!) && !counted) {
      out.push(text.slice(begin, at))
      begin = at
    }
    before = script
  }
  out.push(text.slice(begin))
  return out
}

function mayBreak(before: Script, after: Script): boolean {
  if (after === 'space' || after === 'closing' || before === 'opening') return false
  if (before === 'space' || before === 'closing' || after === 'opening') return true
  return after !== 'hiragana' && before !== after
}

/** A text cut into lines of `columns`, wherever that may be; the last may be short. */
export function cutInto(text: string, columns: number): string[] {
  const out = ['']
  let used = 0
  for (const grapheme of graphemes(text)) {
    const next = graphemeWidth(grapheme)
    if (used + next > columns && grapheme !== ' ') {
      out.push('')
      used = 0
    }
    out.push(out.pop()! + grapheme)
    used += next
  }
  return out
}

function graphemeWidth(grapheme: string): number {
  if (/^\p{Mark}/u.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

/** Made when first needed: it costs as much as all the rest of `--help`. */
let segmenter: Intl.Segmenter | undefined

/**
 * What a reader takes for one character. `Intl.Segmenter` needs quadratic time for a long text, so it is given a thousand
 * units at a time: in a line that long, a character of several code points may be taken apart there.
 */
function* graphemes(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'grapheme' })
  for (let at = 0; at < text.length;) {
    const splitsPair = /^[\ud800-\udbff]$/.test(text.charAt(at + 999))
    const part = text.slice(at, at + (splitsPair ? 1001 : 1000))
    for (const { segment } of segmenter.segment(part)) yield segment
    at += part.length
  }
}
