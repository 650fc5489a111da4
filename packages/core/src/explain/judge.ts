import { causeFor, causesOf, type Cause } from './causes.ts'
import type { Case } from './case.ts'
import type { Circumstances } from '../diagnosis/words/words.ts'
import type { Sentence } from './sentence.ts'

/** What a text comes to, before words. */
export type Judged = {
  finding: Cause
  alsoPossible: Cause[]
  about: Pick<Circumstances, 'account' | 'address' | 'protocol'>
}

/** The first sentence decides; the others, and its own other meanings, are possible too. */
export function judge(sentences: readonly Sentence[], circumstances: Case): Judged {
  const [first, ...others] = sentences
  const { account, address } = circumstances
  const about = { account, ...(address !== undefined && { address }) }
  if (first === undefined) return { finding: { code: 'not-recognised', certainty: 'certain' }, alsoPossible: [], about }
  const finding = causeIn(first, circumstances)
  const causes = first.code === 'plain-refusal' ? causesOf(first.protocol) : []
  const told = others.filter(({ vague, code }) => !vague && code !== 'plain-refusal' && code !== 'ambiguous')
  const also: Cause[] = [
    ...[...first.also, ...told.map(({ code }) => code)].map((code) => ({ code, certainty: 'possible' }) as const),
    ...causes,
  ]
  return {
    finding,
    alsoPossible: distinct(also.filter(({ code }) => code !== finding.code)),
    about: { ...about, ...(first.protocol && { protocol: first.protocol }) },
  }
}

function causeIn({ code, certainty, protocol }: Sentence, circumstances: Case): Cause {
  if (code !== 'plain-refusal' || circumstances.address === undefined) return { code, certainty }
  return causeFor(circumstances, protocol ?? 'imap')
}

function distinct(causes: readonly Cause[]): Cause[] {
  return causes.filter(({ code }, index) => causes.findIndex((other) => other.code === code) === index)
}
