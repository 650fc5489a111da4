import { en } from '../diagnosis/words/en/en.ts'
import { ja } from '../diagnosis/words/ja/ja.ts'
import { textOf } from '../diagnosis/words/text-of.ts'
import type { Circumstances, Language, Text } from '../diagnosis/words/words.ts'
import type { Explanation, Recognised } from './explanation.ts'
import type { Judged } from './judge.ts'
import type { ExplainedCode } from './tables/row.ts'

const languages = { en, ja }

/** Puts what was judged into words. */
export function inWords(
  input: Explanation['input'],
  { finding, alsoPossible, about }: Judged,
  recognised: Recognised[],
  lang: Language,
): Explanation {
  const text = ({ code, certainty }: Judged['finding']) => wordsOf(code, { ...about, certainty, differences: [] }, lang)
  return {
    input,
    recognised,
    finding: { ...finding, ...text(finding) },
    // That they are only possible is said of all of them.
    alsoPossible: alsoPossible.map((cause) => ({ ...cause, title: text({ ...cause, certainty: 'certain' }).title })),
  }
}

/** A code's words in one language, by what is known of the case. */
export function wordsOf(code: ExplainedCode, circumstances: Circumstances, lang: Language): Text {
  return textOf(languages[lang], code, circumstances)
}
