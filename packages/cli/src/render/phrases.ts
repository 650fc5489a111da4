/**
 * Where a line may be broken. English breaks at spaces. Japanese has none: it breaks where a phrase ends, which is mostly
 * where hiragana are followed by another script, and never before a full stop or behind an opening bracket.
 */
type Script =
  | 'space'
  | 'hiragana'
  | 'katakana'
  | 'kanji'
  | 'opening'
  | 'closing'
  | 'half-opening'
  | 'half-closing'
  | 'other'

const opening = '（［｛〔〈《「『【'
const closing = '、。，．・：；？！）］｝〕〉》」』】…'
/** Inside a Latin word these are as good as letters; beside Japanese they are brackets and full stops. */
const halfOpening = '([{“‘｢'
const halfClosing = ')]},.:;!?”’｣｡､'
const closingBrackets = '）］｝〕〉》」』】'
const halfBrackets = ')]}”’'
/** Never begins a line, though a phrase may go on after it. */
const clinging = 'ヽヾゝゞ々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ゛゜ﾞﾟｰ'

const scripts = new Map<string, Script>()

function scriptOf(character: string): Script {
  const known = scripts.get(character)
  if (known !== undefined) return known
  const script = scriptOfOne(character)
  if (character.length === 1) scripts.set(character, script)
  return script
}

function scriptOfOne(character: string): Script {
  if (character === ' ') return 'space'
  if (halfOpening.includes(character)) return 'half-opening'
  if (halfClosing.includes(character)) return 'half-closing'
  if (character < '\u2026') return 'other'
  if (opening.includes(character)) return 'opening'
  if (closing.includes(character)) return 'closing'
  if (character >= '\u3041' && character <= '\u309f') return 'hiragana'
  if (character >= '\u30a0' && character <= '\u30ff') return 'katakana'
  return character >= '\u2e80' && character <= '\ud7ff' ? 'kanji' : 'other'
}

/** The parts of a text that lines are made of: words with the space after them, and Japanese phrases. */
export function phrases(text: string): string[] {
  const out: string[] = []
  let begin = 0
  let before: Script = 'other'
  for (let at = 0; at < text.length; at++) {
    const script = scriptOf(text[at]!)
    if (
      at > begin &&
      script !== before &&
      mayBreak(before, script) &&
      !clings(text, at, script) &&
      !isJoined(text, at)
    ) {
      out.push(text.slice(begin, at))
      begin = at
    }
    before = script
  }
  out.push(text.slice(begin))
  return out
}

/** Whether a character goes with the one before it although their scripts differ. */
function clings(text: string, at: number, script: Script): boolean {
  return clinging.includes(text[at]!) || (script === 'hiragana' && isParticle(text, at))
}

function mayBreak(before: Script, after: Script): boolean {
  if (after === 'space' || after === 'closing' || before === 'opening' || before === 'half-opening') return false
  if (before === 'space') return true
  if (after === 'half-closing') return false
  if (before === 'closing' || after === 'opening') return true
  if (after === 'half-opening') return before !== 'other' && before !== 'half-closing'
  if (before === 'half-closing' && after === 'other') return false
  return after !== 'hiragana' && before !== after
}

/** Whether two characters stay on one line even where a phrase is longer than a line. */
export function stays(before: string, after: string): boolean {
  const [left, right] = [scriptOf(before), scriptOf(after)]
  if (left === 'opening' || left === 'half-opening' || right === 'closing') return true
  if (right === 'half-closing') return left !== 'other' || halfBrackets.includes(after)
  return clinging.includes(after)
}

/** The second verb of a compound, behind the stem of the first: 追加し直す, 貼り付ける, 割り出す */
const secondVerbs = '直付出込始続終切合替換上下入返戻過抜残忘取扱継受違掛落立組越舞'
const stems = 'きぎしちびみりいけげせべめれえ'
/** お願い, ご案内 */
const politePrefixes = 'おご'

/** What follows a bracket or a Latin word in hiragana is a particle (「OAuth2」に, Outlook では), and belongs to it. */
function isParticle(text: string, at: number): boolean {
  const before = text[at - 1] === ' ' ? text.charAt(at - 2) : text.charAt(at - 1)
  if (text[at - 1] !== ' ') return closingBrackets.includes(before)
  return (
    before !== '' &&
    (scriptOf(before) === 'other' || scriptOf(before) === 'half-closing' || closingBrackets.includes(before))
  )
}

/** What belongs together although the script changes. */
function isJoined(text: string, at: number): boolean {
  const [two, one, after] = [text.charAt(at - 2), text.charAt(at - 1), text.charAt(at)]
  const kanji = scriptOf(after) === 'kanji'
  if (one === ' ') return (isDigit(two) && kanji) || (two === '月' && isDigit(after)) // 16 文字, 10 月 1 日
  if (one === '月') return isDigit(after)
  return kanji && (politePrefixes.includes(one) || (stems.includes(one) && secondVerbs.includes(after)))
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

/** Made when first needed: it takes some 20 ms. */
let words: Intl.Segmenter | undefined

/** Whether a break between two phrases would be inside a word (組み立てる). Only a long time tells, so asked at line ends alone. */
export function splitsWord(before: string, after: string): boolean {
  if (!/\p{Script=Hiragana}$/u.test(before) || !/^\p{Script=Han}/u.test(after)) return false
  words ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const near = before.slice(-8)
  const segment = words.segment(near + after.slice(0, 8)).containing(near.length)
  return segment !== undefined && segment.index < near.length
}
