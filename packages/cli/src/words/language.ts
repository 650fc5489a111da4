/** The languages that there are words in. */
export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]
