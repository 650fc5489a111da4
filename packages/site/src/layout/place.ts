import { posix } from 'node:path'
import type { Language } from './language.ts'

/**
 * Where a page stands. Every link is relative, so that the pages work from a disk, and under any path of a server; every
 * link names its file, since a folder opened from a disk shows its list.
 */
export type Place = {
  lang: Language
  /** The page among those of its language, such as `findings/ok.html`. */
  path: string
  /** The file among all that is built: English at the root, Japanese under `ja/`. */
  file: string
  /** To another page of the same language. */
  to: (path: string, fragment?: string) => string
  /** To the same page in a language. */
  in: (lang: Language) => string
  /** To a file that both languages share. */
  asset: (name: string) => string
}

export function placeOf(lang: Language, path: string): Place {
  const file = fileOf(lang, path)
  const from = (target: string) => posix.relative(posix.dirname(file), target)
  return {
    lang,
    path,
    file,
    to: (path, fragment) => from(fileOf(lang, path)) + (fragment === undefined ? '' : `#${fragment}`),
    in: (other) => from(fileOf(other, path)),
    asset: (name) => from(`assets/${name}`),
  }
}

/** The file of a page, from the root of what is built. */
export function fileOf(lang: Language, path: string): string {
  return lang === 'en' ? path : `${lang}/${path}`
}
