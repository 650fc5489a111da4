import { describe, expect, test } from 'vitest'
import { maxFields, parseMime, structureOf } from './parse.ts'
import { fieldText, fieldTexts, type MimePart } from './part.ts'

/** Lines as they would stand in a message, with CRLF. */
function message(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

function body(part: MimePart | undefined): string | undefined {
  return part?.raw.toString('latin1', part.bodyStart, part.end)
}

function outline(part: MimePart): string {
  const inside = [...part.children, ...(part.embedded ? [part.embedded] : [])].map(outline)
  return `${part.type}/${part.subtype}${inside.length > 0 ? `(${inside.join(' ')})` : ''}`
}

describe('the header', () => {
  test('is told apart into fields, with their offsets', () => {
    const raw = message('Subject: Hello', ' world', 'X-Empty:', 'subject : again', '', 'body')
    const part = parseMime(raw)
    expect(part.fields.map(({ name, start, end }) => [name, raw.toString('latin1', start, end)])).toEqual([
      ['subject', 'Subject: Hello\r\n world\r\n'],
      ['x-empty', 'X-Empty:\r\n'],
      ['subject', 'subject : again\r\n'],
    ])
    expect(fieldTexts(part, 'subject')).toEqual(['Hello world', 'again'])
    expect(fieldText(part, 'x-empty')).toBe('')
    expect(fieldText(part, 'date')).toBeUndefined()
    expect(body(part)).toBe('body')
  })

  test('may end its lines with bare line feeds', () => {
    const part = parseMime(Buffer.from('Subject: a\n b\nTo: c\n\nbody\n'))
    expect(fieldText(part, 'subject')).toBe('a b')
    expect(body(part)).toBe('body\n')
  })

  test('keeps its octets, whatever they are, and takes none of UTF-8 for white space', () => {
    const part = parseMime(Buffer.from('Subject: voil\u00e0\r\n\r\n'))
    expect(Buffer.from(fieldText(part, 'subject')!, 'latin1').toString()).toBe('voilà')
  })

  test('has a place for lines that are no fields', () => {
    const part = parseMime(message('From hanako Sat May  1', '>odd line', 'Subject: x', ': nameless', '', ''))
    expect(part.fields.map(({ name }) => name)).toEqual(['', '', 'subject', ''])
  })

  test.for([
    ['nothing at all', '', 0, 0],
    ['no empty line', 'Subject: x\r\n', 12, 12],
    ['no line break', 'Subject: x', 10, 10],
    ['no field', '\r\nbody', 0, 2],
    ['a lone CR', 'Subject: x\r\r\n\r\n', 13, 15],
  ] as const)('is found where there is %s', ([, raw, headerEnd, bodyStart]) => {
    expect(parseMime(Buffer.from(raw))).toMatchObject({ headerEnd, bodyStart, end: raw.length })
  })

  test('of a hostile number of fields is not told apart to the end', () => {
    const part = parseMime(Buffer.from('a: b\r\n'.repeat(maxFields * 3) + '\r\nbody'))
    expect(part.fields).toHaveLength(maxFields)
    expect(part.fields.at(-1)!.end).toBe(part.headerEnd)
    expect(body(part)).toBe('body')
  })
})

describe('Content-Type', () => {
  test.for<[string, string, [string, string][]]>([
    ['Text/HTML; Charset=UTF-8', 'text/html', [['charset', 'UTF-8']]],
    ['text/plain; charset=us-ascii (Plain text)', 'text/plain', [['charset', 'us-ascii']]],
    ['(a (nested) comment) text / plain', 'text/plain', []],
    [
      'image/png; name="a \\"b\\" ;c.png"; x=1',
      'image/png',
      [
        ['name', 'a "b" ;c.png'],
        ['x', '1'],
      ],
    ],
    ['image/png;\r\n\tname="long\r\n name.png"', 'image/png', [['name', 'long name.png']]],
    ['text/plain; charset=a; CHARSET=b', 'text/plain', [['charset', 'a']]],
    ['text/plain; =x; ;; charset = "utf-8', 'text/plain', [['charset', 'utf-8']]],
    [
      "a/b; name*0*=utf-8''%E3; name*1=x",
      'a/b',
      [
        ['name*0*', "utf-8''%E3"],
        ['name*1', 'x'],
      ],
    ],
    ['text', 'text/plain', []],
    ['text/', 'text/plain', []],
    ['', 'text/plain', []],
    ['text/plain/x; charset=x', 'text/plain', []],
  ])('%s', ([value, type, parameters]) => {
    const part = parseMime(message(`Content-Type: ${value}`, '', ''))
    expect(`${part.type}/${part.subtype}`).toBe(type)
    expect(part.parameters).toEqual(parameters)
  })
})

describe('a multipart', () => {
  test('has parts, a preamble and an epilogue', () => {
    const part = parseMime(
      message(
        'Content-Type: multipart/mixed; boundary="a b"',
        '',
        'preamble',
        '--a b',
        '',
        'one',
        '',
        '--a b  \t',
        'Content-Type: text/html',
        '',
        '--a bc',
        '-- a b',
        'two',
        '--a b--',
        'epilogue',
        '--a b',
        'no part',
      ),
    )
    expect(outline(part)).toBe('multipart/mixed(text/plain text/html)')
    expect(part.children.map(body)).toEqual(['one\r\n', '--a bc\r\n-- a b\r\ntwo'])
  })

  test('nested in another ends where that one goes on', () => {
    const part = parseMime(
      message(
        'Content-Type: multipart/mixed; boundary=outer',
        '',
        '--outer',
        'Content-Type: multipart/alternative; boundary=inner',
        '',
        '--inner',
        '',
        'unfinished',
        '--outer',
        '',
        'next',
        '--outer--',
      ),
    )
    expect(outline(part)).toBe('multipart/mixed(multipart/alternative(text/plain) text/plain)')
    expect([body(part.children[0]!.children[0]), body(part.children[1])]).toEqual(['unfinished', 'next'])
  })

  test('may have a boundary that begins like the one around it', () => {
    const part = parseMime(
      message(
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: multipart/mixed; boundary=x--',
        '',
        '--x--',
        '',
        'inside',
        '--x----',
        '--x',
        '',
        'outside',
        '--x--',
      ),
    )
    expect(part.children.map(outline)).toEqual(['multipart/mixed(text/plain)', 'text/plain'])
  })

  test('may have parts of nothing, and headers that a boundary cuts off', () => {
    const part = parseMime(
      message('Content-Type: multipart/mixed; boundary=x', '', '--x', '', '--x', 'A: b', '--x', '--x', '', '', '--x--'),
    )
    expect(part.children.map(body)).toEqual(['', '', '', ''])
    expect(part.children[1]!.fields.map(({ name }) => name)).toEqual(['a'])
  })

  test('may use bare line feeds', () => {
    const part = parseMime(
      Buffer.from('Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo\n\n--x--\n'),
    )
    expect(part.children.map(body)).toEqual(['one', 'two\n'])
  })

  test('may split its boundary as RFC 2231 allows', () => {
    const part = parseMime(
      message('Content-Type: multipart/mixed; boundary*0=ab; boundary*1="cd"', '', '--abcd', '', 'x', '--abcd--'),
    )
    expect(part.children.map(body)).toEqual(['x'])
  })

  test('of which the end is missing reaches to the end', () => {
    const part = parseMime(message('Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'one', ''))
    expect(part.children.map(body)).toEqual(['one\r\n'])
  })

  test.for([
    ['without a boundary', 'multipart/mixed', '--x'],
    ['without its boundary in the body', 'multipart/mixed; boundary=y', '--x'],
    ['with a boundary beyond all measure', `multipart/mixed; boundary=${'y'.repeat(300)}`, `--${'y'.repeat(300)}`],
  ] as const)('%s reads as plain text', ([, type, line]) => {
    const part = parseMime(message(`Content-Type: ${type}`, '', line, '', 'text'))
    expect(outline(part)).toBe('text/plain')
    expect(part.parameters).toEqual([])
  })

  test('of kind digest holds messages unless it says otherwise', () => {
    const part = parseMime(
      message(
        'Content-Type: multipart/digest; boundary=x',
        '',
        '--x',
        '',
        'Subject: one',
        '',
        'first',
        '--x',
        'Content-Type: text/plain',
        '',
        'second',
        '--x--',
      ),
    )
    expect(outline(part)).toBe('multipart/digest(message/rfc822(text/plain) text/plain)')
    expect(fieldText(part.children[0]!.embedded!, 'subject')).toBe('one')
    expect(body(part.children[0]!.embedded)).toBe('first')
  })
})

test('a stored message is parsed once', () => {
  const stored = { raw: Buffer.from('Subject: x\r\n\r\n') }
  expect(structureOf(stored)).toBe(structureOf(stored))
})
