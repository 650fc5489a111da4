import { expect, test } from 'vitest'
import { sentences, sentencesMeaning, sentencesNaming, shown } from './sentences.ts'

test('a sentence is shown without what differs each time', () => {
  expect(shown('535 5.7.3 Authentication unsuccessful [LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM 08DE6F7B77124F67]')).toBe(
    '535 5.7.3 Authentication unsuccessful',
  )
})

test('a long sentence is cut behind a word', () => {
  expect(shown('word '.repeat(60))).toBe(`${'word '.repeat(31).trim()} …`)
})

test('a greeting, a success, and what nobody knows the meaning of are no sentences that need a page', () => {
  expect(sentences.filter(({ text }) => /^(?:\+OK|\* OK|250 |235 )/.test(text))).toEqual([])
  expect(sentences.filter(({ code }) => code === 'unknown-refusal')).toEqual([])
})

test('a sentence is found by the number in it and by what it means', () => {
  expect(sentencesNaming('AADSTS700016').map(({ row }) => row.id)).toContain('MS-OAUTH-16')
  expect(sentencesMeaning('basic-auth-retired').map(({ row }) => row.id)).toContain('MS-SMTP-12')
})
