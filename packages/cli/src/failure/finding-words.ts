import { explain, type FindingCode, type NextStep } from '@sparekey/core'
import type { Context } from '../run/context.ts'
import { withServerMap } from '../render/next-steps.ts'

/** What core says of a finding, for a failure. A module of its own: most runs fail in no such way. */
export function findingWords(
  code: FindingCode,
  { lang, globals, address }: Context,
): { title: string; steps: NextStep[] } {
  const { title, nextSteps } = explain(code, lang)
  return { title, steps: withServerMap(nextSteps, globals, address) }
}
