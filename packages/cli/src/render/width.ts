/**
 * Columns on a terminal: how wide a text is, and how to cut and pad it (`wrap.ts` breaks it). Japanese and emoji take two columns; text
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
  let kept = ''
  let used = 1
  for (const grapheme of graphemes(text)) {
    used += graphemeWidth(grapheme)
    if (used > columns) break
    kept += grapheme
  }
  return `${kept.trimEnd()}…`
}

/** Whether every character of a text is one unit wide and long: it can be cut anywhere, without looking. */
export function isSimple(text: string): boolean {
  return onlySimple.test(text)
}

/** The voice marks of half-width katakana are part of the character before them, and have a column of their own. */
export function graphemeWidth(grapheme: string): number {
  const known = widths.get(grapheme)
  if (known !== undefined) return known
  const columns = widthOfOne(grapheme)
  if (grapheme.length === 1) widths.set(grapheme, columns)
  return columns
}

/** Of single units, of which there are not many. */
const widths = new Map<string, number>()

function widthOfOne(grapheme: string): number {
  if (/^\p{Mark}/u.test(grapheme)) return 0
  const voiceMarks = /.[\uff9e\uff9f]+$/u.exec(grapheme)?.[0].length ?? 1
  return (wide.test(grapheme) ? 2 : 1) + voiceMarks - 1
}

/** Made when first needed: it costs as much as all the rest of `--help`. */
let segmenter: Intl.Segmenter | undefined

/**
 * What a reader takes for one character. `Intl.Segmenter` needs quadratic time for a long text, so it is given a thousand
 * units at a time: in a line that long, a character of several code points may be taken apart there.
 */
export function* graphemes(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'grapheme' })
  for (let at = 0; at < text.length;) {
    const splitsPair = /^[\ud800-\udbff]$/.test(text.charAt(at + 999))
    const part = text.slice(at, at + (splitsPair ? 1001 : 1000))
    if (onlySimpleAndJapanese.test(part)) yield* part
    else for (const { segment } of segmenter.segment(part)) yield segment
    at += part.length
  }
}
