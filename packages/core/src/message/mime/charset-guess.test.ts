import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessText } from './charset-guess.ts'

const western: readonly [string, string][] = [
  ['Grüße aus Köln', '4772fcdf6520617573204bf66c6e'],
  ['été', 'e974e9'],
  ['Ça été élevé à l’été', 'c76120e974e920e96c6576e920e0206c92e974e9'],
  ['“done” – It’s', '93646f6e659420962049749273'],
  ['ÀÉÎÔÛ', 'c0c9ced4db'],
  ['Straße', '53747261df65'],
  ['São Paulo é bonito', '53e36f205061756c6f20e920626f6e69746f'],
  ['«déjà»', 'ab64e96ae0bb'],
  ['Müller & Söhne GmbH', '4dfc6c6c657220262053f6686e6520476d6248'],
  ['ÄÖÜäöüß', 'c4d6dce4f6fcdf'],
  ['“’”', '939294'],
  ['€5', '8035'],
  ['œuvre', '9c75767265'],
  ['Noël', '4e6feb6c'],
  ['Þórður', 'def372f07572'],
]

const shiftJis: readonly [string, string][] = [
  ['日本語', '93fa967b8cea'],
  ['請求書', '90bf8b818f91'],
  ['こんにちは', '82b182f182c982bf82cd'],
  ['メール', '8381815b838b'],
  ['会議のお知らせ', '89ef8b6382cc82a8926d82e782b9'],
  ['Re: 見積書', '52653a208ca990cf8f91'],
  ['至急', '8e8a8b7d'],
  ['【重要】お知らせ', '81798f649776817a82a8926d82e782b9'],
  ['ﾃｽﾄです', 'c3bdc482c582b7'],
  ['髙橋様、お世話になります', 'eee08bb4976c814182a890a2986282c982c882e882dc82b7'],
]

const eucJp: readonly [string, string][] = [
  ['日本語', 'c6fccbdcb8ec'],
  ['請求書', 'c0c1b5e1bdf1'],
  ['こんにちは', 'a4b3a4f3a4cba4c1a4cf'],
  ['メール', 'a5e1a1bca5eb'],
  ['会議のお知らせ', 'b2f1b5c4a4cea4aac3cea4e9a4bb'],
  ['Re: 見積書', '52653a20b8abc0d1bdf1'],
  ['至急', 'bbeab5de'],
  ['【重要】お知らせ', 'a1dabdc5cdd7a1dba4aac3cea4e9a4bb'],
]

describe('octets without a label', () => {
  test.each(western)('are Western European, not Japanese: %s', (text, hex) => {
    expect(guessText(Buffer.from(hex, 'hex'))).toBe(text)
  })

  test.each(shiftJis)('are Shift_JIS: %s', (text, hex) => {
    expect(guessText(Buffer.from(hex, 'hex'))).toBe(text)
  })

  test.each(eucJp)('are EUC-JP: %s', (text, hex) => {
    expect(guessText(Buffer.from(hex, 'hex'))).toBe(text)
  })

  test('are UTF-8 if they can be, and where they are cut off', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll(/[\u001b\ufeff]/g, '')
        expect(guessText(Buffer.from(plain))).toBe(plain)
      }),
    )
    expect(guessText(Buffer.from('日本語のメールです').subarray(0, -1))).toBe('日本語のメールで\ufffd')
  })

  test('without kana are Chinese or Korean if there are many', () => {
    // 한국어 메일입니다 안녕하세요 in EUC-KR
    const korean = 'c7d1b1b9beee20b8deC0cfc0d4b4cfb4d920bec8b3e7c7cfbcbcbfe4'
    expect(guessText(Buffer.from(korean, 'hex'))).toMatch(/^ÇÑ±¹/)
  })

  test('are what the caller says if nothing else', () => {
    expect(guessText(Buffer.from([0xe9]), () => 'as you like')).toBe('as you like')
  })

  test('are some text, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array(), (octets) => void expect(guessText(octets)).toBeTypeOf('string')))
  })
})
