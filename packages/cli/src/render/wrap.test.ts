import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { width } from './width.ts'
import { cutInto, wrap } from './wrap.ts'

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'bc',
    ' ',
    '1',
    '(',
    ')',
    'サ',
    'ーバー',
    'の',
    '直し',
    '設定',
    '。',
    '、',
    '「',
    '」',
    '（',
    '）',
    'ﾃﾞ',
    '👩‍👩‍👧',
    'e\u0301',
  ),
})

/** As texts are: brackets hold something, and no two full stops follow each other. */
const japanese = fc
  .array(
    fc.record({
      phrase: fc.constantFrom(
        '設定を',
        'アプリ パスワード',
        'OAuth 2.0',
        'サインインし直して',
        'Microsoft',
        '10 月 1 日に',
      ),
      around: fc.constantFrom(['', ''], ['「', '」'], ['（', '）'], [' (', ')'], ['“', '”']),
      end: fc.constantFrom('', '', '。', '、', '：'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.map(({ phrase, around: [open, close], end }) => open + phrase + close + end).join(''))

const columns = fc.integer({ min: 8, max: 200 })

describe('wrap', () => {
  it('breaks English at spaces', () => {
    expect(wrap('an app password is needed', 12)).toEqual(['an app', 'password is', 'needed'])
  })

  it('breaks Japanese between phrases, but never begins a line with a full stop', () => {
    expect(wrap('二段階認証が有効です。', 20)).toEqual(['二段階認証が', '有効です。'])
  })

  it('breaks a word that is longer than the line', () => {
    expect(wrap('https://account.live.com', 10)).toEqual(['https://ac', 'count.live', '.com'])
  })

  it.each([
    ['ここに貼り付けてください', 10, '貼り付けて'],
    ['原因を割り出します', 14, '割り出します'],
    ['一度追加し直してください', 16, '追加し直して'],
    ['もう受け付けなくなりました', 14, '受け付けなく'],
    ['メールを組み立てるか', 16, '組み立てるか'],
    ['原因をお問い合わせください', 22, 'お問い合わせ'],
    ['期限は 10 月 1 日です', 14, '10 月 1 日'],
    ['それから Outlook では使えません', 16, 'Outlook では'],
    ['ここで「OAuth2」に変えます', 16, '「OAuth2」に'],
    ['版（2016 以降）は使えます', 16, '以降）は'],
  ])('%s at %i columns keeps %s together', (given, room, together) => {
    expect(wrap(given, room).some((line) => line.includes(together))).toBe(true)
  })

  it('never makes a line wider than it may be', () => {
    fc.assert(
      fc.property(text, columns, (given, room) => {
        for (const line of wrap(given, room)) expect(width(line)).toBeLessThanOrEqual(room)
      }),
    )
  })

  it('never ends a line with an opening bracket, or begins one with a full stop or a closing one', () => {
    fc.assert(
      fc.property(japanese, columns, (given, room) => {
        for (const line of wrap(given, room)) {
          expect(line).not.toMatch(/[（「([“]$/)
          expect(line).not.toMatch(/^[。、：）」)\]”ーっゃ]/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('takes time in proportion to what it reads', () => {
    for (const piece of ['a', 'あ', 'a ', '、', 'あa', 'あ漢', '「', '(', '\u0301', 'ﾃﾞ', '👩‍👩‍👧']) {
      expect(wrap(piece.repeat(20_000), 80).length).toBeGreaterThan(0)
    }
  })

  it('breaks one word into as many lines as it takes', () => {
    expect(wrap('a'.repeat(2_000_000), 10)).toHaveLength(200_000)
  })

  it('loses nothing but spaces at line ends', () => {
    const bare = (given: string) => given.replaceAll(' ', '')
    fc.assert(
      fc.property(text, columns, (given, room) => {
        expect(bare(wrap(given, room).join(''))).toBe(bare(given))
      }),
    )
  })
})

describe('cutInto', () => {
  it('fills each line, whatever stands where it ends, but for brackets and full stops', () => {
    expect(cutInto('あいう。', 6)).toEqual(['あい', 'う。'])
    expect(cutInto('あい（う', 6)).toEqual(['あい', '（う'])
    expect(cutInto('。'.repeat(7), 6)).toEqual(['。。。', '。。。', '。'])
  })
})
