import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as core from './index.ts'

/** What docs/reference says of this package, held against the package. */

test('the reference lists every finding', () => {
  expect(names('findings', 'Codes')).toEqual(core.findingCodes)
})

test('the reference lists every other error code', () => {
  expect(names('in-a-program', 'Errors')).toEqual(core.problemCodes)
})

test('the reference lists every export', () => {
  const listed = [...names('in-a-program', 'Functions'), ...names('in-a-program', 'Values'), 'SparekeyError']
  expect(listed.toSorted()).toEqual(Object.keys(core).toSorted())
})

/** The names in the first column of the table under a heading. */
function names(page: string, heading: string): string[] {
  const text = readFileSync(new URL(`../../../docs/reference/${page}.md`, import.meta.url), 'utf8')
  const [section] = text.split(new RegExp(`^##+ ${heading}\\n`, 'm'))[1]!.split(/^##/m)
  return [...section!.matchAll(/^\| `([\w-]+)/gm)].map(([, name]) => name!)
}
