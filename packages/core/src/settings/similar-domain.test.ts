import { expect, test } from 'vitest'
import { personalDomains } from './domains.ts'
import { similarDomain } from './similar-domain.ts'

test.for([
  ['hotmial.com', 'hotmail.com'],
  ['HOTMAL.com', 'hotmail.com'],
  ['hotmail.con', 'hotmail.com'],
  ['hotmail.cm', 'hotmail.com'],
  ['hotmail.co', 'hotmail.com'],
  ['hotmailcom', 'hotmail.com'],
  ['hotmail.cojp', 'hotmail.co.jp'],
  ['outlok.com', 'outlook.com'],
  ['outllok.jp', 'outlook.jp'],
  ['lvie.com', 'live.com'],
  ['mns.com', 'msn.com'],
])('%s is a slip for %s', ([typed, meant]) => {
  expect(similarDomain(typed!)).toBe(meant)
})

test.for([
  'gmail.com',
  'mail.com',
  'email.com',
  'yahoo.co.jp',
  'hotmail.ru',
  'contoso.example',
  'example.com',
  '',
  'a',
])('%s is no slip', (typed) => {
  expect(similarDomain(typed)).toBeUndefined()
})

test('a domain of Microsoft’s is none', () => {
  for (const domain of personalDomains) expect(similarDomain(domain)).toBeUndefined()
})

test('is quick even for a long input', () => {
  expect(similarDomain('hotmail.com'.repeat(100_000))).toBeUndefined()
})
