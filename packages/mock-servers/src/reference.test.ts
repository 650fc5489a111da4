import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Config } from './config/schema.ts'
import * as mock from './index.ts'
import { startControlApi } from './testing/control-api.ts'

/** What docs/reference says of this package, held against the package. */

test('the reference lists every export', () => {
  expect(names('in-a-test', 'Exports').toSorted()).toEqual(Object.keys(mock).toSorted())
})

test('the reference lists every call of the control API', async () => {
  const routes = (await startControlApi()).routes.filter(({ method }) => method !== 'ALL')
  const calls = routes.map(
    ({ method, path }) => `${method} ${path.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}')}`,
  )
  const listed = [...page('control-api').matchAll(/^\| `([A-Z]+ \S+)` \|/gm)].map(([, call]) => call!)
  expect(listed.toSorted()).toEqual(calls.toSorted())
})

test('the reference lists every field of a configuration', () => {
  const { entries } = Config.pipe[1]
  const headings = [...page('mock-configuration').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
  expect(headings).toEqual([...Object.keys(entries), 'Bytes'])
  const { accounts, tenants, clients, limits } = entries
  const fields = {
    accounts: accounts.wrapped.item.pipe[1].entries,
    tenants: tenants.wrapped.item.pipe[1].entries,
    clients: clients.wrapped.item.pipe[1].entries,
    limits: limits.wrapped.pipe[1].entries,
  }
  for (const [heading, known] of Object.entries(fields)) {
    expect([heading, names('mock-configuration', heading).toSorted()]).toEqual([heading, Object.keys(known).toSorted()])
  }
})

/** The names in the first column of the table under a heading. */
function names(name: string, heading: string): string[] {
  const [section] = page(name)
    .split(new RegExp(`^##+ ${heading}\\n`, 'm'))[1]!
    .split(/^##/m)
  return [...section!.matchAll(/^\| `([\w-]+)/gm)].map(([, first]) => first!)
}

function page(name: string): string {
  return readFileSync(new URL(`../../../docs/reference/${name}.md`, import.meta.url), 'utf8')
}
