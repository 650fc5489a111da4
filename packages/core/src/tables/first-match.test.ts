import { expect, test } from 'vitest'
import { firstMatch, type Pattern } from './first-match.ts'

type Bird = { name: string; flies: boolean; legs: number; song?: string }

const rows: readonly { when: Pattern<Bird>; kind: string }[] = [
  { when: { flies: false, name: /^penguin/ }, kind: 'swimmer' },
  { when: { flies: false }, kind: 'runner' },
  { when: { song: ['tok', 'tak'] }, kind: 'knocker' },
  { when: { legs: 2 }, kind: 'bird' },
]

test.for<[Bird, string | undefined]>([
  [{ name: 'penguin of the south', flies: false, legs: 2 }, 'swimmer'],
  [{ name: 'no penguin', flies: false, legs: 2 }, 'runner'],
  [{ name: 'penguin', flies: true, legs: 2 }, 'bird'],
  [{ name: 'woodpecker', flies: true, legs: 2, song: 'tak' }, 'knocker'],
  [{ name: 'blackbird', flies: true, legs: 2, song: 'tik' }, 'bird'],
  [{ name: 'bee', flies: true, legs: 6 }, undefined],
])('the first row that fits %j', ([bird, kind]) => {
  expect(firstMatch(rows, bird)?.kind).toBe(kind)
})
