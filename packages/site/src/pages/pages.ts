import type { Page } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { Words } from '../words/words.ts'
import { explainPage } from './explain.tsx'
import { findingPages } from './findings.tsx'
import { guidePages } from './guides.tsx'
import { homePage } from './home.tsx'
import { numberPages } from './numbers.tsx'
import { programPages } from './programs.tsx'
import { replyPages } from './replies.tsx'
import { settingsPage } from './settings.tsx'

/** Every page of a language. */
export function pagesIn(lang: Language, words: Words): Page[] {
  return [
    homePage(lang, words),
    explainPage(lang, words),
    settingsPage(lang, words),
    ...findingPages(lang, words),
    ...programPages(lang, words),
    ...replyPages(lang, words),
    ...numberPages(lang, words),
    ...guidePages(lang, words),
  ]
}
