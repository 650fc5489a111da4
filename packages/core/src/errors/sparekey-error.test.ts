import { describe, expect, expectTypeOf, test } from 'vitest'
import type { ErrorCode, ErrorDetails } from './details.ts'
import type { MapMistake } from './map-mistakes.ts'
import { errorWord, SparekeyError } from './sparekey-error.ts'

describe('SparekeyError', () => {
  test('has a name, a code, its details, a message of both, and its cause', () => {
    const cause = new Error('why')
    const error = new SparekeyError('file-unreadable', { path: 'map.json', error: 'EACCES' }, { cause })
    expect(error).toBeInstanceOf(Error)
    expect(error).toBeInstanceOf(SparekeyError)
    expect(error).toMatchObject({
      name: 'SparekeyError',
      code: 'file-unreadable',
      message: 'The file map.json cannot be read (EACCES).',
      details: { path: 'map.json', error: 'EACCES' },
      cause,
    })
    expect(new SparekeyError('aborted', {})).not.toHaveProperty('cause')
  })

  test('tells the compiler its details once the code is known', () => {
    const paths = (error: unknown): readonly string[] => {
      if (!(error instanceof SparekeyError)) return []
      expectTypeOf(error.code).toEqualTypeOf<ErrorCode>()
      if (error.code === 'bad-server-map') {
        expectTypeOf(error.details.mistakes).toEqualTypeOf<readonly MapMistake[]>()
        return error.details.mistakes.map(({ path }) => path)
      }
      return error.code === 'folder-missing' ? [error.details.folder] : []
    }
    const mistake = { path: '$.connect', code: 'missing', params: {} } as const
    expect(paths(new SparekeyError('bad-server-map', { path: 'map.json', mistakes: [mistake] }))).toEqual(['$.connect'])
    expect(paths(new SparekeyError('folder-missing', { folder: 'Sent' }))).toEqual(['Sent'])
    expect(paths(new SparekeyError('aborted', {}))).toEqual([])
  })

  test('compiles with no detail that its code does not have, and without none that it needs', () => {
    const wrong = [
      // @ts-expect-error misspelt
      () => new SparekeyError('folder-missing', { fodler: 'Sent' }),
      // @ts-expect-error of another code
      () => new SparekeyError('bad-date', { date: '2021-02-30', folder: 'Sent' }),
      // @ts-expect-error missing
      () => new SparekeyError('file-unreadable', { path: 'map.json' }),
      // @ts-expect-error a problem that is none
      () => new SparekeyError('bad-secret', { what: 'password', problem: 'short' }),
      // @ts-expect-error no reply is made up where nothing was asked
      () => new SparekeyError('usage', { problem: 'personal-cloud', reply: 'no' }),
      // @ts-expect-error a message is not the caller's to write
      () => new SparekeyError('connection-refused', 'The connection was refused.'),
      // @ts-expect-error nothing is known of who stopped it
      () => new SparekeyError('aborted', { by: 'somebody' }),
      // @ts-expect-error no such code
      () => new SparekeyError('connection-lost', {}),
    ]
    expect(wrong).toHaveLength(8)
    expectTypeOf<ErrorDetails<'bad-date'>>().toEqualTypeOf<
      Readonly<{ date: string } & { certainty?: 'likely' | 'possible'; delivery?: 'unknown'; sent?: 'perhaps' }>
    >()
  })
})

test.each([
  [Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [Object.assign(new Error('no'), { code: 7 }), undefined],
  [new Error('no'), undefined],
  [{ code: 'ECONNREFUSED' }, undefined],
])('the machine’s word for %o is %j', (error, word) => {
  expect(errorWord(error)).toBe(word)
})
