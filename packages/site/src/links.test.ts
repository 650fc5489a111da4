import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { attributes, builtPages, files, textOf } from './testing/built.ts'

const idsOf = new Map(
  builtPages.map(({ file, html }) => [file, new Set(attributes(html, 'id').map(({ value }) => value))]),
)
const isElsewhere = (link: string) => /^[a-z]+:/.test(link)

test('every link leads to a file of the site, by its exact name, and to a part of it that is there', () => {
  const broken = builtPages.flatMap(({ file, html }) =>
    [...attributes(html, 'href'), ...attributes(html, 'src')]
      .map(({ value }) => value)
      .filter((link) => !isElsewhere(link) && !leadsSomewhere(file, link))
      .map((link) => `${file}: ${link}`),
  )
  expect(broken).toEqual([])
})

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', fragment] = link.split('#')
  const target = path === '' ? from : posix.join(posix.dirname(from), path)
  return files.has(target) && (fragment === undefined || idsOf.get(target)?.has(fragment) === true)
}

test('a link stays in its language, unless it says that it leaves it', () => {
  const strays = builtPages.flatMap(({ file, lang, html }) =>
    attributes(html, 'href')
      .filter(({ element, tag, value }) => element === 'a' && !tag.includes(' hreflang=') && !isElsewhere(value))
      .map(({ value }) => posix.join(posix.dirname(file), value))
      .filter((target) => !target.startsWith('#') && target.startsWith('ja/') !== (lang === 'ja'))
      .map((target) => `${file}: ${target}`),
  )
  expect(strays).toEqual([])
})

test('links to other sites are for people to follow, over HTTPS, and name no script', () => {
  const outside = builtPages.flatMap(({ html }) =>
    [...attributes(html, 'href'), ...attributes(html, 'src')].filter(({ value }) => isElsewhere(value)),
  )
  expect(outside.filter(({ element }) => element !== 'a')).toEqual([])
  expect(outside.filter(({ value }) => !value.startsWith('https://'))).toEqual([])
  expect(outside.filter(({ tag }) => !/rel="[^"]*\bnoreferrer\b/.test(tag))).toEqual([])
})

test('every page can be reached from the first one', () => {
  const reached = new Set<string>()
  const waiting = ['index.html']
  for (let file; (file = waiting.pop()) !== undefined;) {
    if (reached.has(file)) continue
    reached.add(file)
    for (const { element, value } of attributes(textOf(file), 'href'))
      if (element === 'a' && !isElsewhere(value) && !value.startsWith('#'))
        waiting.push(posix.join(posix.dirname(file), value.split('#')[0]!))
  }
  expect(builtPages.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([])
})
