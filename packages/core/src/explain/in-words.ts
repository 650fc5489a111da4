import { en } from '../diagnosis/words/en/en.ts'
import { ja } from '../diagnosis/words/ja/ja.ts'
import type { Language, Text } from '../diagnosis/words/words.ts'
import type { Circumstances } from '../diagnosis/words/words.ts'
import type { Explanation, Recognised } from './explanation.ts'
import type { Judged } from './judge.ts'
import { openCause } from './words/open-cause.ts'
import type { ExplainedCode } from './tables/row.ts'

const languages = { en, ja }

/** Puts what was judged into words. */
export function inWords(
  input: Explanation['input'],
  { finding, alsoPossible, about }: Judged,
  recognised: Recognised[],
  lang: Language,
): Explanation {
  const text = ({ code, certainty }: Judged['finding']) => textOf(code, { ...about, certainty, differences: [] }, lang)
  return {
    input,
    recognised,
    finding: { ...finding, ...text(finding) },
    alsoPossible: alsoPossible.map((cause) => ({ ...cause, title: text(cause).title })),
  }
}

function textOf(code: ExplainedCode, circumstances: Circumstances, lang: Language): Text {
  if (code === 'plain-refusal' || code === 'ambiguous' || code === 'not-recognised') return openCause[lang][code]
  return languages[lang].findings[code](circumstances)
}
