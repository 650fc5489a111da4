import { explain, type FindingCode, type NextStep } from '@sparekey/core'
import { withServerMap } from '../render/next-steps.ts'
import type { Language, Words } from '../words/words.ts'

/** Whom it is told to, and what the run was about. */
export type Telling = {
  readonly say: Words
  readonly lang: Language
  readonly globals: { readonly servers?: string }
  readonly address?: string
}

/** What core says of a finding, for a failure. A module of its own: most runs fail in no such way. */
export function findingWords(
  code: FindingCode,
  { lang, globals, address }: Telling,
): { title: string; steps: NextStep[] } {
  const { title, nextSteps } = explain(code, lang)
  return { title, steps: withServerMap(nextSteps, globals, address) }
}
