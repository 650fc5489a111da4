import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Whoever is sent to a page finds it: every `docs/….md#heading` that code names and every relative link of a page leads to a
 * file that is there, and to a heading in it. Reads files only.
 */
const root = join(import.meta.dirname, '..')
const left = new Set(['node_modules', 'dist', 'build'])

type Pointer = { from: string; to: string; heading: string | undefined }

const files = walk(root)
const inCode = files.filter((path) => /\.(?:tsx?|mjs|json)$|^\.ci\//.test(path)).flatMap(named)
const inPages = files.filter((path) => path.endsWith('.md')).flatMap(linked)

test('every page that code names is there, with its heading', () => {
  expect(inCode.length).toBeGreaterThan(30)
  expect(inCode.filter(isBroken)).toEqual([])
})

test('every link from one page to another leads somewhere', () => {
  expect(inPages.length).toBeGreaterThan(50)
  expect(inPages.filter(isBroken)).toEqual([])
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
