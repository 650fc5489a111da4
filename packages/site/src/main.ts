/** Builds the pages into `dist`, beside the scripts that the bundler has put there. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { render } from './layout/frame.tsx'
import { type Language, languages } from './layout/language.ts'
import { fileOf } from './layout/place.ts'
import { sitemap } from './layout/sitemap.ts'
import { pagesIn } from './pages/pages.ts'
import { en } from './words/en/en.ts'
import { ja } from './words/ja/ja.ts'
import type { Words } from './words/words.ts'

const words: Record<Language, Words> = { en, ja }
const dist = join(import.meta.dirname, '../dist')
const source = join(import.meta.dirname, '../src/style')

/** In the order in which they stand in the one sheet: a later one refines an earlier. */
const styles = ['base', 'frame', 'text', 'forms', 'parts', 'stacks', 'said', 'home', 'tools', 'contents', 'media']

/** Where the pages will be published; only its publisher knows. */
const site = process.env['SPAREKEY_SITE_URL']?.replace(/\/*$/, '/')

const files = new Map<string, string>()
for (const lang of languages)
  for (const page of pagesIn(lang, words[lang]))
    files.set(fileOf(lang, page.path), await render(lang, page, words[lang].frame, site))

if (site !== undefined) files.set('sitemap.xml', sitemap(site, [...files.keys()]))

for (const [name, text] of files) {
  mkdirSync(dirname(join(dist, name)), { recursive: true })
  writeFileSync(join(dist, name), text)
}
writeFileSync(join(dist, 'assets/site.css'), styles.map((name) => style(`${name}.css`)).join(''))
copyFileSync(join(source, 'icon.svg'), join(dist, 'assets/icon.svg'))

/** A style sheet without what only its writers read. */
function style(name: string): string {
  return readFileSync(join(source, name), 'utf8')
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/^\s+/gm, '')
}
