/** Builds the pages into `dist`, beside the scripts that the bundler has put there. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { render } from './layout/frame.tsx'
import { type Language, languages } from './layout/language.ts'
import { fileOf } from './layout/place.ts'
import { pagesIn } from './pages/pages.ts'
import { en } from './words/en/en.ts'
import { ja } from './words/ja/ja.ts'
import type { Words } from './words/words.ts'

const words: Record<Language, Words> = { en, ja }
const dist = join(import.meta.dirname, '../dist')

/** Where the pages will be published; only its publisher knows. */
const site = process.env['SPAREKEY_SITE_URL']?.replace(/\/*$/, '/')

const files = new Map<string, string>()
for (const lang of languages)
  for (const page of pagesIn(lang, words[lang]))
    files.set(fileOf(lang, page.path), await render(lang, page, words[lang].frame, site))

for (const [name, text] of files) {
  mkdirSync(dirname(join(dist, name)), { recursive: true })
  writeFileSync(join(dist, name), text)
}
cpSync(join(import.meta.dirname, '../src/style'), join(dist, 'assets'), { recursive: true })
