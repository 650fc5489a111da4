import { hostileText } from '@sparekey/testkit/hostile'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startAccountPage } from '../account-page/testing/visitor.ts'
import { languageOf } from './languages.ts'
import { messages } from '../account-page/visit/words.ts'

test.each([
  ['ja', 'ja'],
  ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
  ['en-US,en;q=0.9,ja;q=0.8', 'en'],
  ['de-DE,de;q=0.9,ja;q=0.3,en;q=0.2', 'ja'],
  ['en;q=0, ja;q=0.1', 'ja'],
  ['de, fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
])('a browser that asks for %j gets %s', (field, language) => {
  expect(languageOf(undefined, field)).toBe(language)
})

test('what was chosen on the page wins', () => {
  expect(languageOf('en', 'ja')).toBe('en')
  expect(languageOf('klingon', 'ja')).toBe('ja')
})

test('any field at all leads to one of the two', () => {
  fc.assert(
    fc.property(hostileText, (field) => {
      expect(['en', 'ja']).toContain(languageOf(undefined, field))
    }),
  )
})

test('the switch is remembered, and leads back to the page it stands on', async () => {
  using accountPage = startAccountPage()
  const visitor = accountPage.visitor({ 'accept-language': 'en' })
  expect((await visitor.get('/signin')).text).toContain('<html lang="en">')
  const switched = await visitor.get('/language?to=ja&return=%2Fsignin%3Freturn%3D%252Fsecurity')
  expect(switched).toMatchObject({ status: 303, location: '/signin?return=%2Fsecurity' })
  const page = await visitor.get('/signin')
  expect(page.text).toContain('<html lang="ja">')
  expect(page.text).toContain('サインイン')
  expect((await visitor.get('/language?to=xx&return=//evil.example')).location).toBe('/')
})

/** Every text there is; those that are made, made of a sample. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return []
  return Object.values(value as object).flatMap(textsOf)
}

test('no text is empty, and every Japanese one is Japanese but for names', () => {
  const names = new Set(['IMAP', 'POP', 'SMTP'])
  expect(textsOf(messages.en).filter((text) => text.trim() === '')).toEqual([])
  const japanese = textsOf(messages.ja).filter((text) => !names.has(text))
  expect(japanese.filter((text) => !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text))).toEqual([])
})
