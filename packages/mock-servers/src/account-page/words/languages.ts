/** The two languages, as equals. */
import type { Language } from '../../http/languages.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import type { Words } from './words.ts'

export const messages = { en, ja } as const satisfies Record<Language, Words>
