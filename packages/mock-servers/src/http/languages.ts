/** Which of the two languages a page is in: the one chosen on the page, else the browser's first choice of the two. */
const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]

/** Not a secret, and the same in every instance. */
export const languageCookie = 'sparekey-language'

/**
 * @param chosen the cookie's value
 * @param acceptLanguage the field of that name (RFC 9110, 12.5.4)
 */
export function languageOf(chosen: string | undefined, acceptLanguage = ''): Language {
  return asLanguage(chosen) ?? preferred(acceptLanguage) ?? 'en'
}

export function asLanguage(text: string | undefined): Language | undefined {
  return languages.find((language) => language === text)
}

function preferred(field: string): Language | undefined {
  const ranges = field
    .slice(0, 1000)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const quality = parameters.find((parameter) => parameter.startsWith('q='))
      return { language: asLanguage(tag.split('-')[0]), quality: quality ? Number(quality.slice(2)) : 1 }
    })
  return ranges
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ language }) => language)?.language
}
