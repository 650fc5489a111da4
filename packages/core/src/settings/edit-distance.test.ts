import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test.each([
  ['', '', 0],
  ['hotmail', 'hotmail', 0],
  ['', 'abc', 3],
  ['hotmai', 'hotmail', 1],
  ['hotmaill', 'hotmail', 1],
  ['hotmaol', 'hotmail', 1],
  ['hotmial', 'hotmail', 1],
  ['htomial', 'hotmail', 2],
  ['abc', 'xyz', 3],
])('from %j to %j are %i slips of the finger, and as many back', (from, to, slips) => {
  expect([editDistance(from, to), editDistance(to, from)]).toEqual([slips, slips])
})
