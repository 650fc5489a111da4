import { expect, test } from 'vitest'
import { encodedFrontend, frontendName } from './context.ts'

test('a front end is named as Microsoft names its own', () => {
  expect(frontendName()).toMatch(
    /^[A-Z0-9]{7}CA\d{4}\.([A-Z]{4}\d{3}\.PROD\.OUTLOOK\.COM|[a-z]{6}\d\d\.prod\.outlook\.com)$/,
  )
})

test('the bracket of a greeting holds the name as base64 over UTF-16LE', () => {
  expect(encodedFrontend('HE1')).toBe('SABFADEA')
})
