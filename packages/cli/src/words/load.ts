import type { Language } from '../command-line/language.ts'
import type { Messages } from './messages.ts'

/** The texts of one language; the other is not even read. */
export async function loadMessages(lang: Language): Promise<Messages> {
  return lang === 'ja' ? (await import('./ja.ts')).ja : (await import('./en.ts')).en
}
