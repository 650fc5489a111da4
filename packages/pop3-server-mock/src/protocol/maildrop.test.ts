import { describe, expect, it } from 'vitest'
import { Maildrop } from './maildrop.ts'

const messages = (...uids: string[]) => uids.map((uid) => ({ uid, content: Buffer.alloc(10) }))

describe('a unique id', () => {
  it.each(['!', '~', 'a', '1', '~'.repeat(70)])('may be %s', (uid) => {
    expect(new Maildrop(messages(uid)).present).toHaveLength(1)
  })

  it.each(['', ' ', 'a b', 'a\tb', 'a\r\nb', '\u0000', '\u001b', '\u007f', '\u0080', 'é', '\u202e', '~'.repeat(71)])(
    'is never %j, and the mistake is the owner’s of the server',
    (uid) => {
      expect(() => new Maildrop(messages('ok', uid))).toThrow(/^message 2: a uid is 1 to 70/)
    },
  )
})

describe('a message number', () => {
  it.each([
    [0, 'missing'],
    [-1, 'missing'],
    [1, 'a'],
    [2, 'deleted'],
    [3, 'c'],
    [4, 'missing'],
    [1.5, 'missing'],
    [2 ** 53, 'missing'],
  ])('%d finds: %s', (number, expected) => {
    const maildrop = new Maildrop(messages('a', 'b', 'c'))
    const second = maildrop.find(2)
    if (typeof second !== 'string') maildrop.delete(second)
    const found = maildrop.find(number)
    expect(typeof found === 'string' ? found : found.message.uid).toBe(expected)
  })
})

it('what was deleted or retrieved is committed in ascending order, and RSET takes all marks away', () => {
  const maildrop = new Maildrop(messages('a', 'b', 'c'))
  for (const number of [3, 1]) {
    const entry = maildrop.find(number)
    if (typeof entry === 'string') throw new Error(entry)
    maildrop.retrieve(entry)
    maildrop.delete(entry)
  }
  const uids = () => {
    const { deleted, retrieved } = maildrop.commit()
    return [deleted, retrieved].map((marked) => marked.map(({ uid }) => uid))
  }
  expect([uids(), maildrop.octets, maildrop.whole]).toEqual([
    [
      ['a', 'c'],
      ['a', 'c'],
    ],
    10,
    { count: 3, octets: 30 },
  ])
  maildrop.reset()
  expect([uids(), maildrop.octets]).toEqual([[[], []], 30])
})
