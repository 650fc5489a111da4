import { explain, type FindingCode } from '@sparekey/core'
import type { Globals } from './globals.ts'
import type { Language } from './language.ts'
import { withServerMap } from './server-map-flag.ts'

/** What core says of a finding, for a failure. A module of its own: most runs fail in no such way. */
export function findingWords(code: FindingCode, lang: Language, globals: Globals): { title: string; steps: string[] } {
  const { title, nextSteps } = explain(code, lang)
  const steps = withServerMap(nextSteps, globals)
  return { title, steps: steps.map(({ text, url, command }) => [text, url, command].filter(Boolean).join(' ')) }
}
