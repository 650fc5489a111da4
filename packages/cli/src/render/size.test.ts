import { expect, it } from 'vitest'
import { en } from '../words/en/en.ts'
import { ja } from '../words/ja/ja.ts'
import { sizeInWords } from './size.ts'

it.each([
  [0, '0 bytes', '0 バイト'],
  [999, '999 bytes', '999 バイト'],
  [1000, '1.0 KB', '1.0 KB'],
  [1234, '1.2 KB', '1.2 KB'],
  [999_949, '999.9 KB', '999.9 KB'],
  [999_951, '1.0 MB', '1.0 MB'],
  [147_000_000, '147.0 MB', '147.0 MB'],
  [2_500_000_000, '2.5 GB', '2.5 GB'],
])('%i octets are %s', (octets, english, japanese) => {
  expect(sizeInWords(octets, en)).toBe(english)
  expect(sizeInWords(octets, ja)).toBe(japanese)
})
