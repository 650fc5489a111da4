/** The languages of the pages; the first is the one at the root. */
export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]
