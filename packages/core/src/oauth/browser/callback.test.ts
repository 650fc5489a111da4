import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCallback } from './callback.ts'

const state = 'the-state_of-this-sign-in'

test('a code with this sign-in’s state is its answer', () => {
  expect(readCallback(`/?code=M.C5_BAY.2.U.abc&state=${state}&session_state=x`, state)).toEqual({
    kind: 'code',
    code: 'M.C5_BAY.2.U.abc',
  })
})

test('so is a refusal, with Microsoft’s sentence or without', () => {
  const target = `/?error=access_denied&error_description=AADSTS65004%3a+User+declined&state=${state}`
  expect(readCallback(target, state)).toEqual({
    kind: 'refused',
    error: 'access_denied',
    description: 'AADSTS65004: User declined',
  })
  expect(readCallback(`/?error=server_error&state=${state}`, state)).toEqual({
    kind: 'refused',
    error: 'server_error',
    description: '',
  })
})

test.for([
  '/',
  '/?',
  '/?code=abc',
  `/?state=${state}`,
  '/?code=abc&state=another',
  `/?code=abc&state=${state}x`,
  `/?code=abc&state=${state.toUpperCase()}`,
  `/?code=abc&state=${state}&state=${state}`,
  `/?code=abc&code=abd&state=${state}`,
  `/?code=&state=${state}`,
  `/?code=a%00b&state=${state}`,
  `/?code=${'a'.repeat(8193)}&state=${state}`,
  `/?code=abc&error=access_denied&state=${state}`,
  `/?error=&state=${state}`,
  `/?code=abc&state=${state}#`,
  `/?code=abc&state=${state}#x`,
  `/other?code=abc&state=${state}`,
  `//evil.example/?code=abc&state=${state}`,
  `http://localhost/?code=abc&state=${state}`,
  '*',
  '',
])('%s is not', (target) => {
  expect(readCallback(target, state)).toEqual({ kind: 'foreign' })
})

test.for([' ', '~', '!', 'a'.repeat(8192), 'M.C5_BAY.2.U.-abc!*'])('%s is a code that can be sent', (code) => {
  const query = new URLSearchParams({ code, state })
  expect(readCallback(`/?${query}`, state)).toEqual({ kind: 'code', code })
})

test.for(['\u0000', '\u001f', '\u007f', '\u0080', 'é', '\u202e', 'a\r\nb', 'a'.repeat(8193)])('%j is none', (code) => {
  const query = new URLSearchParams({ code, state })
  expect(readCallback(`/?${query}`, state)).toEqual({ kind: 'foreign' })
})

test('without a state of its own, nothing is an answer', () => {
  expect(readCallback('/?code=abc&state=', '')).toEqual({ kind: 'foreign' })
})

test('whatever arrives, only what names the state is used, and only as a code that can be sent', () => {
  const parameter = fc.tuple(
    fc.constantFrom('code', 'state', 'error', 'error_description', 'iss', 'x'),
    fc.oneof(fc.constant(state), hostileText, fc.constant('abc')),
  )
  const query = fc
    .array(parameter)
    .map((all) => `/?${all.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`)
  fc.assert(
    fc.property(
      fc.oneof(
        query,
        hostileText,
        hostileText.map((text) => `/?${text}`),
      ),
      (target) => {
        const callback = readCallback(target, state)
        if (callback.kind === 'foreign') return
        expect(target).toContain(`state=${state}`)
        if (callback.kind === 'code') expect(callback.code).toMatch(/^[\x20-\x7e]{1,8192}$/)
      },
    ),
  )
})

/** Percent-encodes some of it, since a sender need not keep to the rules. */
function encode(text: string): string {
  return text.replaceAll(
    /[&=#%\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').slice(-2)}`,
  )
}
