import { explain, type FindingCode, type NextStep } from '@sparekey/core'
import { stepsFromHere, type Run } from '../render/next-steps.ts'
import type { Language, Words } from '../words/words.ts'

/** Whom it is told to, and what the run was about. */
export type Telling = Run & { readonly say: Words; readonly lang: Language }

/** What core says of a finding, for a failure. A module of its own: most runs fail in no such way. */
export function findingWords(code: FindingCode, telling: Telling): { title: string; steps: NextStep[] } {
  const { title, nextSteps } = explain(code, telling.lang)
  return { title, steps: stepsFromHere(nextSteps, telling) }
}
