import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evidence } from '@sparekey/evidence'
import { describe, expect, test } from 'vitest'

/**
 * Holds code and evidence together: every id that code names has a row in docs/microsoft-sign-in.md, and every row is named
 * by code, unless it is a rival or not emulated yet. Reads files only.
 */
const root = join(import.meta.dirname, '..')
const id = /\bMS-[A-Z0-9]+-\d{2}\b/g

const { rows } = evidence
const known = new Set(rows.map((row) => row.id))
const inProduct = idsIn((path) => !/\.test\.tsx?$/.test(path))
const inMock = idsIn((path) => path.includes('mock-servers') && !/\.test\.tsx?$/.test(path))
const inTests = idsIn((path) => /\.test\.tsx?$/.test(path))

describe('the evidence table', () => {
  test('has a row for every id that code names', () => {
    const missing = [...inProduct, ...inTests].filter(([named]) => !known.has(named))
    expect(missing.map(([named, path]) => `${named}, named in ${path}`)).toEqual([])
  })

  test('has no row that the product does not name', () => {
    const idle = rows.filter(({ id, standing }) => standing === 'current' && !inProduct.has(id))
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  test('calls nothing "not yet emulated" that the mock names', () => {
    const done = rows.filter(({ id, standing }) => standing === 'not-emulated' && inMock.has(id))
    expect(done.map(({ id }) => id)).toEqual([])
  })

  test('has every id once, and leaves no number out', () => {
    const ids = rows.map(({ id }) => id).toSorted()
    const families = [...new Set(ids.map((id) => id.slice(0, -2)))]
    expect(families).toEqual(['MS-ACC-', 'MS-CAL-', 'MS-IMAP-', 'MS-OAUTH-', 'MS-POP3-', 'MS-SMTP-'])
    for (const family of families) {
      const members = ids.filter((id) => id.startsWith(family))
      expect(members).toEqual(members.map((_, index) => `${family}${String(index + 1).padStart(2, '0')}`))
    }
  })
})

/** Every id in the sources of the packages that say or judge something, with a file that names it. */
function idsIn(wanted: (path: string) => boolean): Map<string, string> {
  const sources = readdirSync(join(root, 'packages'))
    .filter((name) => name !== 'evidence')
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
