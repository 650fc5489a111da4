import { describe, expect, test } from 'vitest'
import { normalizeSecret, secretShape } from './secret.ts'

describe('normalizeSecret', () => {
  test.for([
    ['abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    [' abcdefgh\tijklmnop ', 'abcdefghijklmnop'],
    ['abcdefghijklmnop', 'abcdefghijklmnop'],
    ['correct horse battery', 'correct horse battery'],
    ['Abcd efgh ijkl mnop', 'Abcd efgh ijkl mnop'],
    ['abcd efgh ijkl mno', 'abcd efgh ijkl mno'],
    ['abcd efgh ijkl mno1', 'abcd efgh ijkl mno1'],
    ['abcd-efgh-ijkl-mnop', 'abcd-efgh-ijkl-mnop'],
  ])('%j is sent as %j', ([given, sent]) => {
    expect(normalizeSecret(given!)).toBe(sent)
  })
})

test('secretShape tells an app password by its 16 lower-case letters', () => {
  expect(secretShape('abcdefghijklmnop')).toBe('app-password-shape')
  for (const other of ['ABCDEFGHIJKLMNOP', 'abcdefghijklmno', 'abcdefghijklmnop\n', 'ａbcdefghijklmnop']) {
    expect(secretShape(other)).toBe('other-secret')
  }
})
