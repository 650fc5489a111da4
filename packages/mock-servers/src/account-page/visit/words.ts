/** The two languages, as equals. */
import type { Language } from '../../http/languages.ts'
import { en } from '../words/en/words.ts'
import { ja } from '../words/ja/words.ts'
import type { Words } from '../words/words.ts'

export const messages = { en, ja } as const satisfies Record<Language, Words>
