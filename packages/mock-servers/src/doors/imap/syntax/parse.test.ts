import { array, assert, constantFrom, letrec, oneof, property, string, tuple, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Piece } from '../wire/command-reader.ts'
import { type Argument, parseCommand } from './parse.ts'

const command = (...parts: (string | Buffer)[]): Piece[] =>
  parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : { kind: 'literal', bytes: part }))
const atom = (text: string): Argument => ({ kind: 'atom', text })
const text = (text: string): Argument => ({ kind: 'string', bytes: Buffer.from(text, 'latin1') })
const list = (...items: Argument[]): Argument => ({ kind: 'list', items })

describe('a command', () => {
  test.each<[string, string, Argument[]]>([
    ['a1 noop', 'NOOP', []],
    ['a1 NOOP  ', 'NOOP', []],
    ['a1 uid  fetch 1:* (FLAGS UID)', 'UID FETCH', [atom('1:*'), list(atom('FLAGS'), atom('UID'))]],
    ['a1 LOGIN "a\\"b" user\\shared', 'LOGIN', [text('a"b'), atom('user\\shared')]],
    ['a1 SELECT a[b', 'SELECT', [atom('a[b')]],
    ['a1 STORE 1 +FLAGS ()', 'STORE', [atom('1'), atom('+FLAGS'), list()]],
    ['a1 STORE 1 +FLAGS ( \\Seen )', 'STORE', [atom('1'), atom('+FLAGS'), list(atom('\\Seen'))]],
    ['a1 FETCH 1 BODY[HEADER.FIELDS (A "B)]")]<0.5>', 'FETCH', [atom('1'), atom('BODY[HEADER.FIELDS (A "B)]")]<0.5>')]],
    ['a1 LIST "" %/*', 'LIST', [text(''), atom('%/*')]],
    ['a1 SELECT NIL', 'SELECT', [atom('NIL')]],
  ])('%s', (line, verb, args) => {
    expect(parseCommand(command(line))).toEqual({ tag: 'a1', verb, args })
  })

  test('has a tag of 255 octets at most', () => {
    const tagged = (length: number) => parseCommand(command(`${'a'.repeat(length)} NOOP`))
    expect(tagged(255)).toEqual({ tag: 'a'.repeat(255), verb: 'NOOP', args: [] })
    expect(tagged(256)).toEqual({ tag: '*', fault: 'malformed' })
  })

  test.each([...'(){%*"\\+', '\u0000', '\u001f', '\u007f', '\u0080', '\u00ff'])(
    'has no tag with %j in it',
    (character) => {
      expect(parseCommand(command(`a${character}1 NOOP`))).toMatchObject({ tag: '*' })
    },
  )

  test('takes literals anywhere, in lists and sections too', () => {
    const args = (parsed: ReturnType<typeof parseCommand>): unknown => ('args' in parsed ? parsed.args : parsed)
    expect(args(parseCommand(command('a1 LOGIN ', Buffer.from('a b'), ' ', Buffer.from(''), '')))).toEqual([
      text('a b'),
      text(''),
    ])
    expect(args(parseCommand(command('a1 STATUS x (', Buffer.from('a'), ' b)')))).toEqual([
      atom('x'),
      list(text('a'), atom('b')),
    ])
    expect(args(parseCommand(command('a1 FETCH 1 BODY[HEADER.FIELDS (', Buffer.from('a"b'), ')]')))).toEqual([
      atom('1'),
      atom('BODY[HEADER.FIELDS ("a\\"b")]'),
    ])
  })

  test.each([
    '',
    ' ',
    'a1',
    'a1 ',
    '* NOOP',
    'a+1 NOOP',
    '(a1) NOOP',
    'a1 ../server',
    'a1 x-y',
    'a1 LOGIN "open',
    'a1 LOGIN "bad\\escape"',
    'a1 LOGIN a"b" c',
    'a1 STATUS x (MESSAGES',
    'a1 STATUS x MESSAGES)',
    'a1 STATUS x (A)(B)',
    'a1 FETCH 1 BODY[TEXT',
    'a1 LOGIN a\0b c',
    'a1 LOGIN a\rb c',
    `a1 SEARCH ${'('.repeat(200)}${')'.repeat(200)}`,
    'GET / HTTP/1.1',
  ])('%j is malformed', (line) => {
    expect(parseCommand(command(line))).toMatchObject({ fault: 'malformed' })
  })

  test('text behind a literal must stand apart from it', () => {
    expect(parseCommand(command('a1 LOGIN ', Buffer.from('a'), 'b c'))).toMatchObject({ fault: 'malformed' })
    expect(parseCommand(command('a1 LOGIN a', Buffer.from('b'), ''))).toMatchObject({ fault: 'malformed' })
  })

  test('8-bit octets are a fault of their own, and the tag is still known', () => {
    expect(parseCommand(command('a1 LOGIN a "\xe4"'))).toEqual({ tag: 'a1', fault: 'eight-bit' })
  })
})

describe('whatever comes', () => {
  test('is parsed or refused, never thrown at', () => {
    const octets = uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1'))
    const likely = string({ unit: constantFrom(...' ()[]{}"\\*%<>.a1FETCHBODY\0\r\n\x80'), maxLength: 200 })
    assert(
      property(array(tuple(oneof(octets, likely), uint8Array({ maxLength: 20 })), { maxLength: 4 }), (parts) => {
        const pieces = command('a1 FETCH 1 ', ...parts.flatMap(([text, bytes]) => [Buffer.from(bytes), text]))
        const parsed = parseCommand(pieces)
        expect('fault' in parsed || parsed.verb === 'FETCH').toBe(true)
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })

  test('is read back as it was written', () => {
    const { argument } = letrec<{ argument: Argument }>((tie) => ({
      argument: oneof(
        { maxDepth: 4 },
        string({ unit: constantFrom(...'abcXYZ019.:*+\\'), minLength: 1, maxLength: 8 }).map(atom),
        string({ unit: constantFrom(...'ab "\\()[]%'), maxLength: 8 }).map(text),
        array(tie('argument'), { maxLength: 4 }).map((items) => list(...items)),
      ),
    }))
    assert(
      property(array(argument, { maxLength: 5 }), (args) => {
        const line = ['a1 STORE', ...args.map(written)].join(' ')
        expect(parseCommand(command(line))).toEqual({ tag: 'a1', verb: 'STORE', args })
      }),
      { seed: 2 },
    )
  })
})

function written(argument: Argument): string {
  if (argument.kind === 'atom') return argument.text
  if (argument.kind === 'list') return `(${argument.items.map(written).join(' ')})`
  return `"${argument.bytes.toString('latin1').replaceAll(/["\\]/g, '\\$&')}"`
}
