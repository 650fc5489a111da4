import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Pages and code point to each other, and what they point to is there: every `docs/….md#heading` that code names, every
 * relative link of a page, every file that a page names. Reads files only.
 */
const root = join(import.meta.dirname, '..')
const left = new Set(['node_modules', 'dist', 'build'])

type Pointer = { from: string; to: string; heading: string | undefined }

const files = walk(root)
const pages = files.filter((path) => path.endsWith('.md'))
// Scripts name the pages that they write.
const inCode = files.filter((path) => /^(?:packages|e2e)\/.*\.tsx?$|^\.ci\//.test(path)).flatMap(named)
const inPages = pages.flatMap(linked)

test('every page that code names is there, with its heading', () => {
  expect(inCode.length).toBeGreaterThan(30)
  expect(inCode.filter(isBroken)).toEqual([])
})

test('every link from one page to another leads somewhere', () => {
  expect(inPages.length).toBeGreaterThan(50)
  expect(inPages.filter(isBroken)).toEqual([])
})

test('every page of docs is linked from another, or named there', () => {
  const pointers = [...inPages, ...pages.flatMap(named)]
  const linkedTo = new Set(pointers.filter(({ from, to }) => from !== to).map(({ to }) => to))
  expect(pages.filter((path) => path.startsWith('docs/') && !linkedTo.has(path))).toEqual([])
})

test('every source file that a page names is there', () => {
  // A decision that was superseded is history, and files move.
  const current = pages.filter((path) => !/^Superseded by/m.test(readFileSync(join(root, path), 'utf8')))
  const named = current.flatMap((path) => sources(path).map((source) => ({ path, source })))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(({ source }) => !isSource(source))).toEqual([])
})

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (left.has(entry.name) || (entry.name.startsWith('.') && !/^\.(?:ci|github)$/.test(entry.name))) return []
    if (entry.isDirectory()) return walk(path)
    return entry.isFile() ? [relative(root, path)] : []
  })
}

/** `docs/reference/json.md#check` in a comment, from the top of the repository. */
function named(path: string): Pointer[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/(?<![\w/.-])(docs\/[\w/.-]*\w)(?:#([\w-]+))?/g)].map(([, to, heading]) => ({
    from: path,
    to: to!,
    heading,
  }))
}

/** `[words](other.md#heading)`, from the folder of the page. */
function linked(path: string): Pointer[] {
  const text = readFileSync(join(root, path), 'utf8').replaceAll(/^```.*?^```/gms, '')
  return [...text.matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, to, heading]) => ({
    from: path,
    to: to === '' ? path : join(dirname(path), to!),
    heading,
  }))
}

/** `sign-in/rules.ts` in code type; from the top of the repository, of the packages, of a package or of its sources. */
function sources(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.(?:tsx?|mjs))`/g)].map(([, source]) => source!)
}

function isSource(source: string): boolean {
  const prefix = /^(?:packages\/(?:[\w-]+\/(?:src\/)?)?)?$/
  return files.some((path) => path.endsWith(source) && prefix.test(path.slice(0, -source.length)))
}

function isBroken({ to, heading }: Pointer): boolean {
  const path = join(root, to)
  if (!existsSync(path)) return true
  if (heading === undefined) return false
  return !statSync(path).isFile() || !headings(readFileSync(path, 'utf8')).includes(heading)
}

/** As GitHub names them: lower case, spaces as hyphens, no punctuation. */
function headings(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
