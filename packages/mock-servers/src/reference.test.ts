import { namesIn, referencePage } from '@sparekey/testkit/reference'
import { expect, test } from 'vitest'
import { Config } from './config/schema.ts'
import * as mock from './index.ts'
import { startControlApi } from './testing/control-api.ts'

/** What docs/reference says of this package, held against the package. */

test('the reference lists every export', async () => {
  expect((await namesIn('in-a-test', 'Exports')).toSorted()).toEqual(Object.keys(mock).toSorted())
})

test('the reference lists every call of the control API', async () => {
  const routes = (await startControlApi()).routes.filter(({ method }) => method !== 'ALL')
  const calls = routes.map(
    ({ method, path }) => `${method} ${path.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}')}`,
  )
  const listed = [...(await referencePage('control-api')).matchAll(/^\| `([A-Z]+ \S+)` \|/gm)].map(([, call]) => call!)
  expect(listed.toSorted()).toEqual(calls.toSorted())
})

test('the reference lists every field of a configuration', async () => {
  const { entries } = Config.pipe[1]
  const headings = [...(await referencePage('mock-configuration')).matchAll(/^## (.+)$/gm)].map(
    ([, heading]) => heading,
  )
  expect(headings).toEqual([...Object.keys(entries), 'Bytes'])
  const { accounts, tenants, clients, limits } = entries
  const fields = {
    accounts: accounts.wrapped.item.pipe[1].entries,
    tenants: tenants.wrapped.item.pipe[1].entries,
    clients: clients.wrapped.item.pipe[1].entries,
    limits: limits.wrapped.pipe[1].entries,
  }
  for (const [heading, known] of Object.entries(fields)) {
    expect([heading, (await namesIn('mock-configuration', heading)).toSorted()]).toEqual([
      heading,
      Object.keys(known).toSorted(),
    ])
  }
})
