import { expect, test } from 'vitest'
import { flagList, storableFlag, storableFlags } from './flags.ts'

test('flags have one spelling, whatever the client writes', () => {
  expect(storableFlag('\\SEEN')).toBe('\\Seen')
  expect(storableFlag('$mdnsent')).toBe('$MDNSent')
})

test.each(['\\Seen', '\\Answered', '\\Flagged', '\\Deleted', '\\Draft', '$MDNSent'])('%s is stored', (flag) => {
  expect([flag, flag.toUpperCase(), flag.toLowerCase()].map(storableFlag)).toEqual([flag, flag, flag])
  expect(flagList(new Set([flag]), false)).toBe(`(${flag})`)
})

test('keywords and \\Recent are not stored', () => {
  expect(storableFlags(['\\seen', '$Forwarded', '\\Recent', '\\*', 'NonJunk', '\\Seen', 'constructor'])).toEqual([
    '\\Seen',
  ])
})

test('a list of flags has them in Microsoft’s order, \\Recent last', () => {
  expect(flagList(new Set(['\\Draft', '\\Seen']), true)).toBe('(\\Seen \\Draft \\Recent)')
  expect(flagList(new Set(), false)).toBe('()')
})
