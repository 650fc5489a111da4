import { expect, test } from 'vitest'
import { firstSentences, opened } from './prose.ts'

test('a description is as many whole sentences as fit below a search result', () => {
  const sentence = 'This is a sentence of fifty letters, more or less. '
  expect(firstSentences(sentence.repeat(6))).toBe(sentence.repeat(3).trim())
  expect(firstSentences('はい。'.repeat(100))).toBe('はい。'.repeat(56))
})

test('a full stop inside a name ends no sentence', () => {
  expect(firstSentences('OAuth 2.0 at outlook.live.com works. Then more.')).toBe(
    'OAuth 2.0 at outlook.live.com works. Then more.',
  )
})

test('a first sentence that is too long is kept whole', () => {
  expect(firstSentences(`${'long '.repeat(60)}end. Next.`)).toBe(`${'long '.repeat(60)}end.`)
})

test('a text opens with its first sentence', () => {
  expect(opened('One at outlook.live.com. Two. Three.')).toEqual({
    first: 'One at outlook.live.com.',
    others: 'Two. Three.',
  })
  expect(opened('一つ目。二つ目。')).toEqual({ first: '一つ目。', others: '二つ目。' })
  expect(opened('Only one.')).toEqual({ first: 'Only one.', others: '' })
})
