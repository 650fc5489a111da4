/** Letters as the tables have them: full-width digits, typographic quotes and dashes, what cannot be seen. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll(/[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\p{Variation_Selector}/gu, '')
    .replaceAll(/[\u2018-\u201B\u2032\u00B4\u0060]/g, "'")
    .replaceAll(/[\u201C-\u201F\u00AB\u00BB\u2033]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
}
