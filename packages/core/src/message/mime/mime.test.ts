import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '@sparekey/testkit/hostile'
import { failureOf } from '@sparekey/testkit/failure'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import { readDate } from '../date.ts'
import { unflow } from '../flowed.ts'
import { decodeText } from './charset.ts'
import { decodeField } from './encoded-words.ts'
import { readParameters } from './parameters.ts'
import { parseMessage } from './parse.ts'
import { decodeTransfer, sizeBehind } from './transfer.ts'

const octets = (text: string) => Buffer.from(text, 'latin1')

describe('a transfer encoding', () => {
  const encodings = ['base64', 'quoted-printable', 'x-uuencode', '7bit', 'constructor', '']

  test.each([
    ['base64', 'QUJD', 'ABC'],
    ['base64', ' Q U\r\nJ!D ', 'ABC'],
    ['base64', 'QQ==QUJD', 'AABC'],
    ['base64', 'QUI', 'AB'],
    ['base64', 'Q', ''],
    ['quoted-printable', 'a=3Db=\r\nc=\nd= \t\r\ne', 'a=bcde'],
    ['quoted-printable', 'a=3d=zz=', 'a==zz'],
    ['x-uuencode', 'begin 644 cat\r\n#0V%T\r\n`\r\nend\r\n#0V%T', 'Cat'],
    ['uuencode', '"0V$ \n \nrest is none', 'Ca'],
    // White space at a line's end may have been lost, and stands for zeros.
    ['x-uuencode', '#0', '@\0\0'],
    ['8bit', 'a=3D', 'a=3D'],
  ])('%s of %j is %j', (encoding, given, text) => {
    expect(Buffer.from(decodeTransfer(encoding, octets(given))).toString('latin1')).toBe(text)
  })

  test('gives as many octets as it says', () => {
    const pieces = fc.array(fc.constantFrom('=', '3D', 'QUJD', '\r\n', ' ', '#0V%T', 'begin 1 x', '`', '\u00ff', 'M'))
    fc.assert(
      fc.property(fc.constantFrom(...encodings), pieces, (encoding, given) => {
        const encoded = octets(given.join(''))
        expect(sizeBehind(encoding, encoded)).toBe(decodeTransfer(encoding, encoded).length)
      }),
    )
  })

  test('in base64 gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (given) => {
        const encoded = octets(Buffer.from(given).toString('base64').replaceAll(/.{10}/g, '$&\r\n'))
        expect([...decodeTransfer('base64', encoded)]).toEqual([...given])
      }),
    )
  })
})

describe('a field with parameters', () => {
  test.each([
    ['text/plain; charset=utf-8', 'text/plain', { charset: 'utf-8' }],
    ['TEXT / Plain ; Charset = "UTF-8"', 'text/plain', { charset: 'UTF-8' }],
    ['text/plain (a comment); charset=utf-8 (another)', 'text/plain', { charset: 'utf-8' }],
    ['a/b; name=two words.txt; x=1', 'a/b', { name: 'two words.txt', x: '1' }],
    ['a/b; charset=utf-8 format=flowed', 'a/b', { charset: 'utf-8' }],
    ['a/b; x=1; x=2', 'a/b', { x: '1' }],
    ['a/b; name="a;\\"b\\"=c"', 'a/b', { name: 'a;"b"=c' }],
    ['a/b; name="not ended', 'a/b', { name: 'not ended' }],
    ['a/b;; flag; x=1;', 'a/b', { x: '1' }],
    ["a/b; name*=utf-8'ja'%E6%97%A5", 'a/b', { name: '日' }],
    ["a/b; name*1*=%A5; name*0*=utf-8''%E6%97", 'a/b', { name: '日' }],
    ["a/b; name*0*=utf-8''%41; name*1=%41", 'a/b', { name: 'A%41' }],
    ['a/b; name*0="one "; name*1="two"', 'a/b', { name: 'one two' }],
    ['a/b; name="=?utf-8?B?5pel?="', 'a/b', { name: '日' }],
    ['a/b; name="\xe6\x97\xa5"', 'a/b', { name: '日' }],
    ['', '', {}],
  ])('%j', (field, value, parameters) => {
    const read = readParameters(field)
    expect({ value: read.value, parameters: Object.fromEntries(read.parameters) }).toEqual({ value, parameters })
  })
})

describe('a header’s text', () => {
  test.each([
    ['=?utf-8?q?a_b?= c', 'a b c'],
    ['a =?utf-8?q?b?=  =?utf-8?q?c?= d', 'a bc d'],
    ['=?utf-8?q?what??=', 'what?'],
    ['=?utf-8?q?two words?=', 'two words'],
    ['=?utf-8?q?not ended', '=?utf-8?q?not ended'],
    ['=?utf-8?q?not ended =?utf-8?q?b?=', '=?utf-8?q?not ended b'],
    ['=?utf-8?x?a?=', '=?utf-8?x?a?='],
    ['=?nobody-knows?q?caf=E9?=', 'café'],
    ['=?utf-8?B?YQ=?=', 'a'],
    ['(=?utf-8?q?a?=)', '(a)'],
  ])('%j', (given, text) => {
    expect(decodeField(given)).toBe(text)
  })
})

describe('a date', () => {
  test.each([
    ['Sat, 1 May 2021 18:00:00 +0900', '2021-05-01T09:00:00.000Z'],
    ['1 May 21 18:00 -0330', '2021-05-01T21:30:00.000Z'],
    ['Sat, 01 May 2021 18:00:00 (a comment) GMT', '2021-05-01T18:00:00.000Z'],
    ['Sat, 1 May 2021 18:00:00 XYZ', '2021-05-01T18:00:00.000Z'],
    ['Sat, 1 May 2021 18:00:00 GMT+0900', '2021-05-01T09:00:00.000Z'],
    ['Sat May  1 18:00:00 EDT 2021', '2021-05-01T22:00:00.000Z'],
    ['Saturday, May 01, 2021 6:00 PM', '2021-05-01T18:00:00.000Z'],
    ['May 1, 2021 12:00 am +0900', '2021-04-30T15:00:00.000Z'],
    ['Sat, 1 May 2021 18:00:00 -600', '2021-05-02T00:00:00.000Z'],
    ['Sat, 001 May 2021 18:00:00 +0900', '2021-05-01T09:00:00.000Z'],
    ['2021-05-01 18:00:00 +09:00', '2021-05-01T09:00:00.000Z'],
    ['2021-05-01T18:00:00Z', '2021-05-01T18:00:00.000Z'],
    ['1 May 121', '2021-05-01T00:00:00.000Z'],
    ['31 Dec 1969 23:59:60 +0000', '1970-01-01T00:00:00.000Z'],
    ['31 Feb 2021 00:00:00 +0000', null],
    ['1 Foo 2021', null],
    ['1 May 2021 25:00:00', null],
    ['2021-13-01', null],
    ['yesterday', null],
    ['', null],
  ])('%j is %j', (text, iso) => {
    expect(readDate(text)).toBe(iso)
  })
})

describe('text that flows', () => {
  test.each([
    ['one \r\ntwo\r\nthree', false, 'one two\nthree'],
    ['one \ntwo', true, 'onetwo'],
    ['one \n> two \n> three\n', false, 'one \n> two \n> three\n'],
    [' From me\n > not quoted', false, 'From me\n> not quoted'],
    ['bye\n-- \nHanako', false, 'bye\n-- \nHanako'],
  ])('%j', (text, deleteSpace, unflowed) => {
    expect(unflow(text, deleteSpace)).toBe(unflowed)
  })
})

describe('lines that end with CR alone', () => {
  const fieldsOf = (message: string) =>
    parseMessage(octets(message)).fields.map(({ name, value }) => `${name}: ${value}`)

  test('are lines, also where a server has ended the last one', () => {
    for (const end of ['', '\r', '\r\n', '\r\n\r\n'])
      expect(fieldsOf(`A: 1\rB: 2\r\rtext${end}`)).toEqual(['a: 1', 'b: 2'])
  })

  test('are none where others end as they should', () => {
    expect(fieldsOf('A: 1\rB: 2\r\n\r\ntext')).toEqual(['a: 1 B: 2'])
    expect(parseMessage(octets('A: 1\r\n\r\n')).body).toHaveLength(0)
  })
})

describe('any octets at all', () => {
  test('are some message, or too complex a one', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Content-Type: multipart/',
        'mixed; boundary=b',
        'digest; boundary=c',
        '\r\n',
        '\n',
        '--b',
        '--b--',
        '--c',
        ' ',
        ':',
      ),
      hostileText,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const failed = await failureOf(() => parseMessage(Buffer.from(pieces.join(''))))
        expect(failed === undefined || failed instanceof SparekeyError).toBe(true)
      }),
    )
  })

  test('are some text under any label', () => {
    const label = fc.constantFrom(
      '',
      'utf-8',
      'utf-16',
      'iso-2022-jp',
      'iso-2022-kr',
      'hz',
      'utf-7',
      'shift_jis',
      'gb18030',
      'big5',
      'cp437',
      'x',
      '\0',
    )
    fc.assert(
      fc.property(fc.uint8Array(), label, (given, label) => {
        expect(decodeText(given, label)).toBeTypeOf('string')
      }),
    )
  })
})

describe('hostile input takes time in proportion to its length', () => {
  const much = 1_000_000

  test.each(['=?', '=?x?q?', '=?utf-8?q?a?= ', '?=', '=', '\u001b$B', '\u00e3', '~{'])('in a field of %j', (piece) => {
    expect(decodeField(piece.repeat(much / piece.length)).length).toBeLessThanOrEqual(2 * much)
  })

  test.each([';', '(', '"', '\\', ';a*0=', 'a=', ' ', ';a*1*=%'])('in parameters of %j', (piece) => {
    expect(readParameters(piece.repeat(much / piece.length)).value.length).toBeLessThanOrEqual(much)
  })

  test.each(['iso-2022-jp', 'iso-2022-kr', 'hz', 'utf-7', 'shift_jis', ''])('in text labelled %j', (label) => {
    for (const piece of ['\u001b$B', '\u000e', '~{', '+', '\u0082', 'a\n']) {
      expect(decodeText(octets(piece.repeat(much / piece.length)), label).length).toBeLessThanOrEqual(2 * much)
    }
  })

  test('in boundaries that nearly fit', () => {
    const nested = Array.from(
      { length: 49 },
      (_, i) => `Content-Type: multipart/mixed; boundary=${'b'.repeat(60)}${i}\n\n--${'b'.repeat(60)}${i}\n`,
    )
    const line = `--${'b'.repeat(59)}\n`
    const root = parseMessage(octets(nested.join('') + line.repeat(much / line.length)))
    expect(root.parts).toHaveLength(1)
  })
})
