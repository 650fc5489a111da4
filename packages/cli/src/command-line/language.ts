import type { Language, Words } from '../words/words.ts'

/**
 * The language of the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that says anything (POSIX order), else the one of the
 * system (Windows sets none of the three). Everything that is not Japanese reads English.
 *
 * @param systemLocale BCP 47, as `Intl` reports it
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>, systemLocale: () => string): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? systemLocale()
  return /^ja(?:[-_.@]|$)/i.test(locale) ? 'ja' : 'en'
}

/** The words of one language; the other is not even read. */
export async function loadWords(lang: Language): Promise<Words> {
  return lang === 'ja' ? (await import('../words/ja/ja.ts')).ja : (await import('../words/en/en.ts')).en
}
