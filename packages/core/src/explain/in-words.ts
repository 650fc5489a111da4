import { en } from '../diagnosis/words/en/en.ts'
import { ja } from '../diagnosis/words/ja/ja.ts'
import type { Language } from '../diagnosis/words/words.ts'
import type { Explanation, Recognised } from './explanation.ts'
import type { Judged } from './judge.ts'

const languages = { en, ja }

/** Puts what was judged into words. */
export function inWords(
  input: Explanation['input'],
  { finding, alsoPossible, about }: Judged,
  recognised: Recognised[],
  lang: Language,
): Explanation {
  const text = ({ code, certainty }: Judged['finding']) =>
    languages[lang].findings[code]({ ...about, certainty, differences: [] })
  return {
    input,
    recognised,
    finding: { ...finding, ...text(finding) },
    alsoPossible: alsoPossible.map((cause) => ({ ...cause, title: text(cause).title })),
  }
}
