/** The languages that there are words in. */
import type { Words } from './words.ts'

export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]

/** The words of one language; the other is not even read. */
export async function loadWords(lang: Language): Promise<Words> {
  return lang === 'ja' ? (await import('./ja.ts')).ja : (await import('./en.ts')).en
}
