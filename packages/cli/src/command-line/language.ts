import type { Language } from '../words/language.ts'

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
