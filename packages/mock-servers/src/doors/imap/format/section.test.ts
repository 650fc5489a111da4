import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMime } from '../../../mail/mime/parse.ts'
import { parseSection, partial, section } from './section.ts'

/** The message whose parts RFC 3501, 6.4.5 numbers, with each part saying its number. */
const EXAMPLE = `Subject: example
To: hanako@hotmail.com
Content-Type: multipart/mixed; boundary=m

preamble
--m
Content-Type: text/plain

part 1
--m
Content-Type: application/octet-stream
Content-ID: <2>

part 2
--m
Content-Type: message/rfc822
Content-Description: three

Subject: three
Content-Type: multipart/mixed; boundary=n

--n
Content-Type: text/plain

part 3.1
--n
Content-Type: application/octet-stream

part 3.2
--n--
--m
Content-Type: multipart/mixed; boundary=o

--o
Content-Type: image/gif

part 4.1
--o
Content-Type: message/rfc822

Subject: four two
Content-Type: multipart/mixed; boundary=p

--p
Content-Type: text/plain

part 4.2.1
--p
Content-Type: multipart/alternative; boundary=q

--q
Content-Type: text/plain

part 4.2.2.1
--q
Content-Type: text/richtext

part 4.2.2.2
--q--
--p--
--o--
--m--
`.replaceAll('\n', '\r\n')

function fetch(raw: string | Buffer, text: string): string | undefined {
  const spec = parseSection(text)
  if (!spec) throw new Error(`no section: ${text}`)
  return section(parseMime(Buffer.from(raw)), spec)?.toString()
}

describe('BODY[…] of the example in RFC 3501, 6.4.5', () => {
  test.for([
    ['1', 'part 1'],
    ['2', 'part 2'],
    ['3.1', 'part 3.1'],
    ['3.2', 'part 3.2'],
    ['4.1', 'part 4.1'],
    ['4.2.1', 'part 4.2.1'],
    ['4.2.2.1', 'part 4.2.2.1'],
    ['4.2.2.2', 'part 4.2.2.2'],
    ['1.MIME', 'Content-Type: text/plain\r\n\r\n'],
    ['2.mime', 'Content-Type: application/octet-stream\r\nContent-ID: <2>\r\n\r\n'],
    ['3.MIME', 'Content-Type: message/rfc822\r\nContent-Description: three\r\n\r\n'],
    ['3.HEADER', 'Subject: three\r\nContent-Type: multipart/mixed; boundary=n\r\n\r\n'],
    ['3.HEADER.FIELDS (SUBJECT)', 'Subject: three\r\n\r\n'],
    ['4.2.HEADER.FIELDS.NOT (Content-Type)', 'Subject: four two\r\n\r\n'],
    ['4.2.2.1.MIME', 'Content-Type: text/plain\r\n\r\n'],
    ['HEADER.FIELDS ("to" Subject x)', 'Subject: example\r\nTo: hanako@hotmail.com\r\n\r\n'],
    ['HEADER.FIELDS.NOT (To)', 'Subject: example\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n'],
    ['HEADER.FIELDS (Nothing)', '\r\n'],
  ] as const)('%s', ([text, octets]) => {
    expect(fetch(EXAMPLE, text)).toBe(octets)
  })

  test('3.HEADER and 3.TEXT together are 3', () => {
    expect(`${fetch(EXAMPLE, '3.HEADER')}${fetch(EXAMPLE, '3.TEXT')}`).toBe(fetch(EXAMPLE, '3'))
    expect(`${fetch(EXAMPLE, '4.2.HEADER')}${fetch(EXAMPLE, '4.2.TEXT')}`).toBe(fetch(EXAMPLE, '4.2'))
  })

  test('TEXT of a multipart keeps the headers of its parts', () => {
    expect(fetch(EXAMPLE, 'TEXT')).toBe(EXAMPLE.slice(EXAMPLE.indexOf('preamble')))
    expect(fetch(EXAMPLE, '')).toBe(EXAMPLE)
  })

  test.for([
    '5',
    '1.1',
    '1.2',
    '1.1.1',
    '3.3',
    '3.1.1',
    '4.3',
    '1.HEADER',
    '1.TEXT',
    '4.HEADER',
    '9.MIME',
    '4.2.2.HEADER',
  ])('%s is not there', (text) => {
    expect(fetch(EXAMPLE, text)).toBeUndefined()
  })
})

describe('a message that is not multipart', () => {
  const raw = 'Subject: x\r\n\r\nbody\r\n'

  test('has one part, which is its body', () => {
    expect(fetch(raw, '1')).toBe('body\r\n')
    expect(fetch(raw, '1.MIME')).toBe('Subject: x\r\n\r\n')
    for (const text of ['2', '1.1', '1.HEADER', '1.TEXT']) expect(fetch(raw, text)).toBeUndefined()
  })

  test('inside another is numbered one level down', () => {
    const outer = `Content-Type: message/rfc822\r\n\r\n${raw}`
    expect(fetch(outer, '1')).toBe(raw)
    expect(fetch(outer, '1.HEADER')).toBe('Subject: x\r\n\r\n')
    expect(fetch(outer, '1.1')).toBe('body\r\n')
    expect(fetch(outer, '1.1.MIME')).toBe('Subject: x\r\n\r\n')
    expect(fetch(outer, '1.1.1')).toBeUndefined()
    expect(fetch(outer, '1.2')).toBeUndefined()
  })

  test('may have no empty line, and then its header has none either', () => {
    expect(fetch('Subject: x\r\n', 'HEADER')).toBe('Subject: x\r\n')
    expect(fetch('Subject: x\r\n', 'HEADER.FIELDS (Subject)')).toBe('Subject: x\r\n')
    expect(fetch('Subject: x\r\n', 'HEADER.FIELDS (To)')).toBe('')
    expect(fetch('Subject: x\r\n', 'TEXT')).toBe('')
  })
})

test('parts are numbered beyond nine', () => {
  const parts = Array.from({ length: 12 }, (_, index) => `--x\r\n\r\npart ${index + 1}\r\n`).join('')
  const raw = `Content-Type: multipart/mixed; boundary=x\r\n\r\n${parts}--x--\r\n`
  expect([fetch(raw, '1'), fetch(raw, '10'), fetch(raw, '12'), fetch(raw, '13')]).toEqual([
    'part 1',
    'part 10',
    'part 12',
    undefined,
  ])
})

test('fields that lie together are cut out of the message without a copy', () => {
  const message = parseMime(Buffer.from('A: 1\r\nB: 2\r\nC: 3\r\n\r\nbody'))
  for (const text of ['', 'TEXT', 'HEADER', '1', 'HEADER.FIELDS (B C)', 'HEADER.FIELDS.NOT (A)']) {
    expect(section(message, parseSection(text)!)!.buffer).toBe(message.raw.buffer)
  }
})

test.for([
  ['.HEADER'],
  ['1.'],
  ['.1'],
  ['0'],
  ['1.0'],
  ['1..2'],
  ['MIME'],
  ['BODY'],
  ['HEADER.FIELDS'],
  ['HEADER.FIELDS ()'],
  ['HEADER (Subject)'],
  ['HEADER ()'],
  ['TEXT (a)'],
  ['HEADER.FIELDS (a'],
  ['HEADER.FIELDS ("a)'],
  ['HEADER.FIELDS ((a))'],
  ['HEADER.FIELDS ("")'],
  ['HEADER.FIELDS.NOPE (a)'],
  ['1HEADER'],
  ['4294967296'],
  [Array.from({ length: 200 }, () => '1').join('.')],
])('%s is no section', ([text]) => {
  expect(parseSection(text!)).toBeUndefined()
})

test('a partial is what there is of it', () => {
  const octets = Buffer.from('0123456789')
  expect(partial(octets, 0, 4).toString()).toBe('0123')
  expect(partial(octets, 8, 4).toString()).toBe('89')
  expect(partial(octets, 10, 4).toString()).toBe('')
  expect(partial(octets, 4_294_967_295, 4_294_967_295).toString()).toBe('')
})

test('header and text of any octets make the message, and fields wanted and unwanted make the header', () => {
  const line = fc.constantFrom('', 'Subject: x', 'subject: y', ' folded', 'junk', 'é: ü', 'To: z')
  const raw = fc
    .array(fc.tuple(line, fc.constantFrom('\r\n', '\n', '')))
    .map((lines) => Buffer.from(lines.flat().join('')))
  fc.assert(
    fc.property(
      fc.oneof(
        raw,
        fc.uint8Array().map((octets) => Buffer.from(octets)),
      ),
      (raw) => {
        const message = parseMime(raw)
        const octets = (text: string): Buffer => section(message, parseSection(text)!)!
        expect(octets('')).toEqual(raw)
        expect(Buffer.concat([octets('HEADER'), octets('TEXT')])).toEqual(raw)
        const emptyLine = message.bodyStart - message.headerEnd
        const both = octets('HEADER.FIELDS (Subject)').length + octets('HEADER.FIELDS.NOT (Subject)').length
        expect(both).toBe(octets('HEADER').length + emptyLine)
      },
    ),
  )
})

test('any text at all is a section or none', () => {
  const text = fc.string({
    unit: fc.constantFrom('1', '2.', '.', 'HEADER', '.FIELDS', '.NOT', ' (', 'a', '"', '\\', ')', 'MIME'),
  })
  fc.assert(
    fc.property(text, (text) => {
      const spec = parseSection(text)
      const octets = spec && section(parseMime(Buffer.from(EXAMPLE)), spec)
      expect(octets === undefined || EXAMPLE.length >= octets.length).toBe(true)
    }),
    { numRuns: 500 },
  )
})
