import type { Language } from './language.ts'

/** A day in the reader's words: `2024-09-16`, a month `2026-09` or a year. */
export function day(text: string, lang: Language): string {
  const [year, month, date] = text.split('-').map(Number)
  if (year === undefined || month === undefined) return lang === 'en' ? text : `${text} 年`
  const at = new Date(Date.UTC(year, month - 1, date ?? 1))
  const words = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'ja-JP', {
    year: 'numeric',
    month: 'long',
    ...(date !== undefined && { day: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(at)
  return lang === 'en' ? words : words.replaceAll(/(\d+)([年月日])/g, ' $1 $2').trim()
}
