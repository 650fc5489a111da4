import { namesIn } from '@sparekey/testkit/reference'
import { expect, test } from 'vitest'
import * as core from './index.ts'

/** What docs/reference says of this package, held against the package. */

test('the reference lists every finding', async () => {
  expect(await namesIn('findings', 'Codes')).toEqual(core.findingCodes)
})

test('the reference lists every code of a text that leaves the cause open', async () => {
  expect(await namesIn('findings', 'Texts that leave the cause open')).toEqual(core.explanationCodes)
})

test('the reference lists every other error code', async () => {
  expect(await namesIn('in-a-program', 'Errors')).toEqual(core.problemCodes)
})

test('the reference lists every export', async () => {
  const listed = [
    ...(await namesIn('in-a-program', 'Functions')),
    ...(await namesIn('in-a-program', 'Values')),
    'SparekeyError',
  ]
  expect(listed.toSorted()).toEqual(Object.keys(core).toSorted())
})
