import { en } from './diagnosis/words/en/en.ts'
import { ja } from './diagnosis/words/ja/ja.ts'
import type { Language, Words } from './diagnosis/words/words.ts'

/** The words for findings, by language. */
export const languages: Record<Language, Words> = { en, ja }
