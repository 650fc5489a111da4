import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Holds code and evidence together: every id that code names has a row in docs/microsoft-sign-in.md, and every row is named
 * by code. Reads files only; a row whose time has not come stands under one of the headings that are excepted.
 */
const root = join(import.meta.dirname, '..')
const id = /\bMS-[A-Z0-9]+-\d{2}\b/g

type Row = { id: string; heading: string; cells: readonly string[] }

const rows: readonly Row[] = readRows(readFileSync(join(root, 'docs/microsoft-sign-in.md'), 'utf8'))
const known = new Set(rows.map((row) => row.id))
const inProduct = idsIn((path) => !/\.test\.tsx?$/.test(path))
const inTests = idsIn((path) => /\.test\.tsx?$/.test(path))

describe('the evidence table', () => {
  test('has a row for every id that code names', () => {
    const missing = [...inProduct, ...inTests].filter(([named]) => !known.has(named))
    expect(missing.map(([named, path]) => `${named}, named in ${path}`)).toEqual([])
  })

  test('has no row that the product does not name', () => {
    const excepted = ['Rivals', 'Known, not yet emulated']
    const idle = rows.filter((row) => !inProduct.has(row.id) && !excepted.includes(row.heading))
    expect(idle.map((row) => `${row.id}, under "${row.heading}"`)).toEqual([])
  })

  test('calls nothing "not yet emulated" that the product names', () => {
    const done = rows.filter((row) => row.heading === 'Known, not yet emulated' && inProduct.has(row.id))
    expect(done.map((row) => row.id)).toEqual([])
  })

  test('has every id once, and leaves no number out', () => {
    const ids = rows.map((row) => row.id).toSorted()
    const families = [...new Set(ids.map((id) => id.slice(0, -2)))]
    expect(families).toEqual(['MS-ACC-', 'MS-CAL-', 'MS-IMAP-', 'MS-OAUTH-', 'MS-POP3-', 'MS-SMTP-'])
    for (const family of families) {
      const members = ids.filter((id) => id.startsWith(family))
      expect(members).toEqual(members.map((_, index) => `${family}${String(index + 1).padStart(2, '0')}`))
    }
  })

  test('fills in every column of every row', () => {
    const gaps = rows.filter(({ cells }) => cells.length < 4 || cells.some((cell) => cell === ''))
    expect(gaps.map((row) => row.id)).toEqual([])
  })
})

/** The rows that begin with an id, each under the heading it stands under. */
function readRows(text: string): Row[] {
  let heading = ''
  return text.split('\n').flatMap((line) => {
    heading = /^## (.+)$/.exec(line)?.[1] ?? heading
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return line.startsWith('| MS-') ? [{ id: cells[0]!, heading, cells }] : []
  })
}

/** Every id in the sources of the packages, with a file that names it. */
function idsIn(wanted: (path: string) => boolean): Map<string, string> {
  const sources = readdirSync(join(root, 'packages'))
    .map((name) => join('packages', name, 'src'))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => /\.tsx?$/.test(path) && wanted(path))
  return new Map(
    sources.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(id)].map(([named]) => [named, path] as const),
    ),
  )
}
