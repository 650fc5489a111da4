import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

describe('languageOf', () => {
  it.each([
    [{ LC_ALL: 'ja_JP.UTF-8', LANG: 'en_US.UTF-8' }, 'en-US', 'ja'],
    [{ LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'C' }, 'en-US', 'ja'],
    [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'ja-JP', 'en'],
    [{ LANG: 'ja' }, 'en-US', 'ja'],
    [{ LANG: 'jam_JM' }, 'ja-JP', 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'ja-JP', 'en'],
    [{}, 'ja-JP', 'ja'],
    [{}, 'en-GB', 'en'],
  ])('reads %j on a system in %s as %s', (env, system, language) => {
    expect(languageOf(env, () => system)).toBe(language)
  })
})
