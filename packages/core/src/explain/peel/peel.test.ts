import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxPeeled, narrow } from './narrow.ts'
import { withoutMarks } from './marks.ts'
import { peel } from './peel.ts'
import { unescape } from './unescape.ts'

const words = new Set('authentication unsuccessful basic disabled login failed sign in'.split(' '))
const flat = (text: string) => peel(text, (word) => words.has(word)).flat.trim()

describe('a text without its wrappers', () => {
  test.each([
    [
      'a reply of several lines',
      '535-5.7.139 Authentication unsuccessful, basic\n535 5.7.139 authentication is disabled.',
      '535-5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    ],
    ['a word that a column cut', '5.7.139 Authen-\ntication unsuc\ncessful', '5.7.139 Authentication unsuccessful'],
    ['two words that end a line and begin one', 'The login\nfailed, sign\nin again', 'The login failed, sign in again'],
    ['a number that a column cut', 'AADSTS500\n20: 0x800CC\nC92', 'AADSTS50020: 0x800CCC92'],
    ['Japanese that a column cut', 'サーバーに\n  ログオンできません 。', 'サーバーにログオンできません。'],
    ['Python’s pairs', "(535, b'5.7.3 Authentication unsuccessful')", "535 5.7.3 Authentication unsuccessful')"],
    ['MailKit’s colon', '535: 5.7.3 Authentication unsuccessful', '535 5.7.3 Authentication unsuccessful'],
    ['full-width letters', '５３５　５．７．３（認証）', '535 5.7.3(認証)'],
    ['signs of typography', '“it’s” –ERR\u00A0x\u200By\u202E', '"it\'s" -ERR xy'],
    ['controls', 'a\u001B[31mb\u0007', 'a [31mb'],
  ])('%s', (_, text, expected) => {
    expect(flat(text)).toBe(expected)
  })

  test('has lines that begin with a reply and end with its quotes, in the same places', () => {
    const { flat, lines } = peel("error: b'* BYE Connection is closed. 13' (x)", () => false)
    expect(lines.split('\n')).toContain('* BYE Connection is closed. 13')
    expect(lines.replaceAll('\n', ' ')).toBe(flat.replaceAll(/['"]/g, ' '))
  })
})

describe('escapes', () => {
  test.each([
    [String.raw`{"a":"535 5.7.3 \"x\"\r\ny"}`, '{"a":"535 5.7.3 "x"\n\ny"}'],
    [String.raw`{\"a\":\"caf\\u00e9\"}`, '{"a":"café"}'],
    ['error_description=AADSTS65004%3a+User%20declined', 'error_description=AADSTS65004: User declined'],
    ['a+b c%20d', 'a+b c d'],
    ['100%25 %zz %E3%81', '100% %zz %E3%81'],
    ['&lt;a@b.example&gt;&#39;&#x41;&amp;quot; &nosuch; &#1114112;', '<a@b.example>\'A" &nosuch; &#1114112;'],
    ['<p class="x">a<br/>b</p><b@c.example>', ' a b <b@c.example>'],
    ['Recipien=\nt not found', 'Recipient not found'],
  ])('%j', (text, expected) => {
    expect(unescape(text)).toBe(expected)
  })

  test('of any depth come to an end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'\\"%2&;<>nu5=\n+#x') }),
        (text) => typeof unescape(text) === 'string',
      ),
    )
  })
})

test.each([
  ['2026-11-30 10:00:00,123 ERROR: x', 'x'],
  ['[2026-11-30T10:00:00Z] [INFO] S: x', 'x'],
  ['Nov  3 01:02:03 host postfix/smtp[1]: x', 'x'],
  ['10:00:00.123 <<< x', 'x'],
  ['SERVER -> CLIENT: x', 'x'],
  ['npm ERR! x', 'x'],
  ['> > x', 'x'],
  ['535 5.7.3 x', '535 5.7.3 x'],
])('what stands before a line is taken away: %s', (line, rest) => {
  expect(withoutMarks(line)).toBe(rest)
})

describe('a long text', () => {
  const tenMegabytes = 10_485_760
  const last = '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'
  const base64 = 'QUFEU1RTMHg4MDBDQ0M5Mi0='
  test.each([
    ['base64 without an end', base64.repeat(tenMegabytes / base64.length)],
    ['a log that repeats itself', '2026-11-30 10:00:00 INFO nothing failed here\n'.repeat(tenMegabytes / 45)],
    [
      'errors, each another one',
      Array.from(
        { length: 300_000 },
        (_, at) => `error ${'abc'[at % 3]}${at.toString(36).replaceAll(/\d/g, 'x')} failed`,
      ).join('\n'),
    ],
    ['white space', ' '.repeat(tenMegabytes)],
  ])('of %s is looked at in one part, the last error in it', (_, text) => {
    const part = narrow(`${text}\n${last}`)
    expect(part.length).toBeLessThanOrEqual(maxPeeled)
    expect(part).toContain(last)
  })

  test('tells one wording of an error once', () => {
    const log = `${'2026-11-30 10:00:00 INFO all is well\n'.repeat(10_000)}2026-11-30 10:00:00 login failed for 1\n`
    expect(narrow(log.repeat(20)).match(/login failed/g)).toHaveLength(1)
  })
})
