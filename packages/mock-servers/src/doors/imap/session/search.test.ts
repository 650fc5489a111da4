import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Message } from '../../../mail/message.ts'
import type { Argument } from '../syntax/parse.ts'
import { parseSearch } from '../syntax/search-key.ts'
import { searchTest } from './search.ts'

/** Arguments as the command parser gives them: `"…"` a string, `(…)` a list, all else an atom. */
function args(text: string): Argument[] {
  const stack: Argument[][] = [[]]
  for (const [token, quoted] of text.matchAll(/"([^"]*)"|[()]|[^\s()"]+/g)) {
    if (token === '(') stack.push([])
    else if (token === ')') stack.at(-2)!.push({ kind: 'list', items: stack.pop()! })
    else if (quoted === undefined) stack.at(-1)!.push({ kind: 'atom', text: token })
    else stack.at(-1)!.push({ kind: 'string', bytes: Buffer.from(quoted) })
  }
  return stack[0]!
}

function message(uid: number, received: string, flags: string[], ...lines: string[]): Message {
  return new Message(uid, Buffer.from(lines.join('\r\n')), new Date(received), flags)
}

const MESSAGES = [
  message(
    10,
    '2021-04-30T23:30:00Z',
    ['\\Seen', '\\Answered'],
    'From: Hanako <hanako@hotmail.com>',
    'To: taro@outlook.jp, jiro@live.jp',
    'Cc: saburo@msn.com',
    'Bcc: shiro@msn.com',
    'Subject: Two-step verification',
    'Date: Sat, 1 May 2021 08:30:00 +0900',
    'X-Mailer: Pelican 1.0',
    '',
    'The password is refused.',
  ),
  message(
    20,
    '2021-05-01T00:00:00Z',
    ['\\Flagged', '$MDNSent'],
    'From: =?iso-2022-jp?B?GyRCMlY7UhsoQg==?= <hanako@hotmail.com>',
    'To: taro@outlook.jp',
    'Subject: =?utf-8?B?44Ki44OX44OqIOODkeOCueODr+ODvOODiQ==?=',
    'Date: Sat, 1 May 2021 09:00:00 +0900',
    'Content-Type: text/plain; charset=iso-2022-jp',
    '',
    '\u001b$B2V;R\u001b(B',
  ),
  message(
    30,
    '2021-05-02T12:00:00Z',
    ['\\Deleted', '\\Draft'],
    'Subject: late',
    'Date: Thu, 31 Dec 2020 23:59:59 -0800',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `pass=\r\nword ${'x'.repeat(500)}`,
  ),
  message(40, '1999-12-31T00:00:00Z', [], 'X-Empty:', '', ''),
]

const FOLDER = { exists: MESSAGES.length, lastUid: 40 }

/** Numbers of the messages found; the last one is \Recent. */
function search(text: string): number[] | string {
  const key = parseSearch(args(text))
  if (typeof key === 'string') return key
  const test = searchTest(key, FOLDER)
  return MESSAGES.flatMap((message, index) => {
    const sequence = index + 1
    return test({ message, sequence, recent: sequence === 4 }) ? [sequence] : []
  })
}

describe('SEARCH', () => {
  test.for<[string, number[]]>([
    ['ALL', [1, 2, 3, 4]],
    ['ANSWERED', [1]],
    ['UNANSWERED', [2, 3, 4]],
    ['DELETED', [3]],
    ['UNDELETED', [1, 2, 4]],
    ['DRAFT', [3]],
    ['UNDRAFT', [1, 2, 4]],
    ['FLAGGED', [2]],
    ['UNFLAGGED', [1, 3, 4]],
    ['SEEN', [1]],
    ['UNSEEN', [2, 3, 4]],
    ['RECENT', [4]],
    ['OLD', [1, 2, 3]],
    ['NEW', [4]],
    ['KEYWORD $mdnsent', [2]],
    ['UNKEYWORD $MDNSent', [1, 3, 4]],
    ['KEYWORD $Forwarded', []],
    ['UNKEYWORD $Forwarded', [1, 2, 3, 4]],
    ['FROM hanako', [1, 2]],
    ['FROM "花子"', [2]],
    ['from "HANAKO <"', [1]],
    ['TO JIRO', [1]],
    ['CC saburo', [1]],
    ['BCC shiro', [1]],
    ['SUBJECT "two-step"', [1]],
    ['SUBJECT "アプリ"', [2]],
    ['SUBJECT "ｱﾌﾟﾘ"', [2]],
    ['SUBJECT ""', [1, 2, 3]],
    ['HEADER X-Mailer pelican', [1]],
    ['HEADER "x-empty" ""', [4]],
    ['HEADER constructor ""', []],
    ['BODY password', [1, 3]],
    ['BODY "花子"', [2]],
    ['BODY two-step', []],
    ['TEXT two-step', [1]],
    ['TEXT hanako', [1, 2]],
    ['TEXT "花子"', [2]],
    ['LARGER 500', [3]],
    ['SMALLER 500', [1, 2, 4]],
    ['LARGER 4294967296', []],
    ['BEFORE 1-May-2021', [1, 4]],
    ['ON 30-Apr-2021', [1]],
    ['SINCE "1-May-2021"', [2, 3]],
    ['SENTBEFORE 1-May-2021', [3]],
    ['SENTON 1-May-2021', [1, 2]],
    ['SENTON 31-Dec-2020', [3]],
    ['SENTSINCE 1-Jan-2021', [1, 2]],
    ['UID 10,25:*', [1, 3, 4]],
    ['UID 99:*', [4]],
    ['UID 99', []],
    ['2:3', [2, 3]],
    ['*', [4]],
    ['1,3 DELETED', [3]],
    ['NOT 1:3', [4]],
    ['NOT NOT SEEN', [1]],
    ['OR SEEN FLAGGED', [1, 2]],
    ['OR OR SEEN FLAGGED NOT SMALLER 500', [1, 2, 3]],
    ['(SEEN)', [1]],
    ['OR (FROM hanako SEEN) (DELETED (DRAFT))', [1, 3]],
    ['NOT (FROM hanako)', [3, 4]],
    ['FROM hanako UNSEEN SINCE 1-May-2021', [2]],
    ['CHARSET UTF-8 SUBJECT "アプリ"', [2]],
    ['charset us-ascii SEEN', [1]],
    ['CHARSET "utf-8" BODY "花子"', [2]],
  ])('%s', ([text, numbers]) => {
    expect(search(text)).toEqual(numbers)
  })

  test.for([
    '',
    '()',
    'SEEN ()',
    'FOO',
    'constructor',
    '__proto__ x',
    'FROM',
    'FROM (a)',
    'HEADER Subject',
    'HEADER "" x',
    'LARGER x',
    'LARGER -1',
    'LARGER 99999999999',
    'ON 31-Feb-2021',
    'ON tomorrow',
    'NOT',
    'OR SEEN',
    'UID',
    'UID x',
    '0',
    '1:',
    '"SEEN"',
    'CHARSET',
    'CHARSET UTF-8',
    'CHARSET (UTF-8) ALL',
    'KEYWORD',
  ])('%s is refused', (text) => {
    expect(search(text)).toBe('bad-argument')
  })

  test.for(['CHARSET ISO-2022-JP ALL', 'CHARSET x y z'])('%s is refused for its charset', (text) => {
    expect(search(text)).toBe('bad-charset')
  })

  test.for<[string, number[]]>([
    ['5', []],
    ['3:5', [3, 4]],
    ['5:*', [4]],
    ['NOT 5', [1, 2, 3, 4]],
  ])('%s names a message that is not there, and finds the others', ([text, found]) => {
    expect(search(text)).toEqual(found)
  })

  test('refuses octets that are not UTF-8', () => {
    expect(parseSearch([...args('TEXT'), { kind: 'string', bytes: Buffer.from([0xff]) }])).toBe('bad-argument')
  })

  test('has limits on nesting, on keys and on the length of a text', () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}SEEN${')'.repeat(depth)}`
    expect(search(nested(40))).toEqual([1])
    expect(search(nested(60))).toBe('bad-argument')
    expect(search(`${'NOT '.repeat(40)}SEEN`)).toEqual([1])
    expect(search(`${'NOT '.repeat(60)}SEEN`)).toBe('bad-argument')
    expect(search(`${'OR SEEN '.repeat(60)}SEEN`)).toBe('bad-argument')
    expect(search('SEEN '.repeat(100))).toEqual([1])
    expect(search('SEEN '.repeat(300))).toBe('bad-argument')
    expect(search(`TEXT ${'x'.repeat(2_000)}`)).toEqual([])
    expect(search(`TEXT ${'x'.repeat(1_000)} BODY ${'x'.repeat(1_049)}`)).toBe('bad-argument')
    expect(search(`UID ${'10,20,'.repeat(5_000)}30`)).toEqual([1, 2, 3])
  })

  test('reads any arguments, or refuses them', () => {
    const atom = fc.constantFrom(
      'NOT',
      'OR',
      'SEEN',
      'UID',
      '1:*',
      '2',
      'FROM',
      'HEADER',
      'ON',
      '1-May-2021',
      'CHARSET',
    )
    const { tokens } = fc.letrec<{ tokens: Argument[]; token: Argument }>((tie) => ({
      tokens: fc.array(tie('token'), { maxLength: 6 }),
      token: fc.oneof(
        { depthSize: 'small' },
        atom.map((text): Argument => ({ kind: 'atom', text })),
        fc.uint8Array({ maxLength: 4 }).map((bytes): Argument => ({ kind: 'string', bytes: Buffer.from(bytes) })),
        tie('tokens').map((items): Argument => ({ kind: 'list', items })),
      ),
    }))
    fc.assert(
      fc.property(tokens, (tokens) => {
        const key = parseSearch(tokens)
        const test = typeof key === 'string' ? undefined : searchTest(key, FOLDER)
        const found = MESSAGES.map((message, index) => test?.({ message, sequence: index + 1, recent: false }))
        expect(new Set(found).size).toBeLessThanOrEqual(test ? 2 : 1)
      }),
      { numRuns: 1_000 },
    )
  })
})
