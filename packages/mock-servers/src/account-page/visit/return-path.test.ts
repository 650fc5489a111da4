import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterForm, pathWithReturn, returnPath } from './return-path.ts'

test('a path of this host is where to go on', () => {
  for (const path of ['/', '/security', '/link/permit?code=ABC', '/common/oauth2/v2.0/reprocess?request=1&x=%2F']) {
    expect(returnPath(path)).toBe(path)
  }
})

test.each([
  undefined,
  null,
  '',
  'security',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%09/../..//evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/'.padEnd(9000, 'x'),
])('%j is not, and leads to the front page', (text) => {
  expect(returnPath(text)).toBe('/')
})

test('whatever is asked for, a browser stays on the host', () => {
  const hostile = fc.string({ unit: fc.constantFrom('/', '\\', '.', '\t', '\n', '@', ':', 'a', '%2f', '?', '#', ' ') })
  fc.assert(
    fc.property(hostile, (text) => {
      expect(new URL(returnPath(`/${text}`), 'http://here.example').host).toBe('here.example')
    }),
    { numRuns: 2000 },
  )
})

test('a path remembers where to go on, whatever characters that has', () => {
  const path = pathWithReturn('/signin', '/link/permit?code=A&b=c')
  expect(new URL(path, 'http://here.example').searchParams.get('return')).toBe('/link/permit?code=A&b=c')
})

test('a form leads to an application over a page of ours', () => {
  expect(afterForm('/security')).toBe('/security')
  expect(afterForm('/common/oauth2/v2.0/reprocess?request=1')).toMatch(/^\/continue\?return=/)
})
