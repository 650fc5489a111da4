import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/** What `npm run site` has built, as it lies on the disk. */
const dist = join(import.meta.dirname, '../../dist')

/** Every file by its path from the root, as the file system spells it. */
export const files: ReadonlySet<string> = new Set(
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(dist, name)).isFile()),
)

export const sizeOf = (file: string): number => statSync(join(dist, file)).size
export const textOf = (file: string): string => readFileSync(join(dist, file), 'utf8')

export type BuiltPage = { file: string; lang: string; html: string }

export const builtPages: readonly BuiltPage[] = [...files]
  .filter((file) => file.endsWith('.html'))
  .toSorted()
  .map((file) => ({ file, lang: file.startsWith('ja/') ? 'ja' : 'en', html: textOf(file) }))

/** The page's twin in the other language. */
export const twinOf = (file: string): string => (file.startsWith('ja/') ? file.slice('ja/'.length) : `ja/${file}`)

/** The values of an attribute, with the name of their element. */
export function attributes(html: string, name: string): { element: string; value: string; tag: string }[] {
  return [...html.matchAll(/<([a-z0-9-]+)\b(?:[^>"]|"[^"]*")*>/g)].flatMap(([tag, element]) => {
    const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    return value === undefined ? [] : [{ element: element!, value: value.replaceAll('&amp;', '&'), tag }]
  })
}

/** What a page loads by itself: style, scripts, pictures. */
export function loaded({ file, html }: BuiltPage): string[] {
  const style = attributes(html, 'href').filter(({ tag }) => /rel="(?:stylesheet|icon)"/.test(tag))
  const sources = attributes(html, 'src')
  return [...style, ...sources].map(({ value }) => posix.join(posix.dirname(file), value))
}
