import { explain, type About, type Finding, type FindingCode } from '@sparekey/core'
import { stepsFromHere, type Run } from '../render/next-steps.ts'
import type { Language, Words } from '../words/words.ts'

/** Whom it is told to, and what the run was about. */
export type Telling = Run & { readonly say: Words; readonly lang: Language }

/** A finding in words, with the steps that can be taken from here. */
export type ToldFinding = Pick<Finding, 'code' | 'certainty' | 'title' | 'explanation' | 'nextSteps'>

/** What core says of a finding, for a failure. A module of its own: most runs fail in no such way. */
export function findingWords(code: FindingCode, about: About, telling: Telling): ToldFinding {
  const { address, account } = telling
  const known = { ...(address !== undefined && { address }), ...(account && { account }), ...about }
  const { title, explanation, nextSteps } = explain(code, telling.lang, known)
  const { certainty = 'certain' } = about
  return { code, certainty, title, explanation, nextSteps: stepsFromHere(nextSteps, telling) }
}
