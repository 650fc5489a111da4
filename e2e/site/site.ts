import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const dist = join(dirname(createRequire(import.meta.url).resolve('@sparekey/site/package.json')), 'dist')

/** A page as a double click opens it. */
export const fromDisk = (file: string): string => pathToFileURL(join(dist, file)).href

/** The same page in both languages. */
export const twins = (path: string): { lang: 'en' | 'ja'; file: string }[] => [
  { lang: 'en', file: path },
  { lang: 'ja', file: `ja/${path}` },
]

/** The style sheet of every page. */
export const sheet = join(dist, 'assets/site.css')
