import { explain, type FindingCode } from '@sparekey/core'
import type { Language } from './language.ts'

/** What core says of a finding, for a failure. A module of its own: most runs fail in no such way. */
export function findingWords(code: FindingCode, lang: Language): { title: string; steps: string[] } {
  const { title, nextSteps } = explain(code, lang)
  return { title, steps: nextSteps.map(({ text, url, command }) => [text, url, command].filter(Boolean).join(' ')) }
}
