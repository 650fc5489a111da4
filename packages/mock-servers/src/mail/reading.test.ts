import { describe, expect, test } from 'vitest'
import { fold, searchableBody, searchableHeader, summary } from './reading.ts'

function message(text: string): { raw: Buffer } {
  return { raw: Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1') }
}

describe('a summary', () => {
  test('is what a person reads', () => {
    const stored = message(`From: =?iso-2022-jp?B?GyRCMlY7UhsoQg==?= <hanako@hotmail.com>
To: taro@outlook.jp
To: "B" <b@x.example>
Subject: =?utf-8?B?5Lqs6YO9?=
 =?utf-8?B?44Gu5pel?=
Date: Sat, 1 May 2021 09:00:00 +0900
Message-ID: <1@hotmail.com>

`)
    expect(summary(stored)).toEqual({
      messageId: '<1@hotmail.com>',
      from: '花子 <hanako@hotmail.com>',
      to: 'taro@outlook.jp, "B" <b@x.example>',
      subject: '京都の日',
      date: '2021-05-01T00:00:00.000Z',
    })
  })

  test('says null for what is missing', () => {
    expect(summary({ raw: Buffer.from('Date: never\r\nSubject:\r\n\r\n') })).toEqual({
      messageId: null,
      from: null,
      to: null,
      subject: '',
      date: null,
    })
  })
})

describe('text to search in', () => {
  const stored = message(`Subject: =?utf-8?B?5Lqs6YO9?=
Content-Type: multipart/mixed; boundary=x

preamble
--x
Content-Type: text/plain; charset=iso-2022-jp

\u001b$B2V;R\u001b(B
--x
Content-Type: text/html; charset=shift_jis
Content-Transfer-Encoding: base64

kb6Xeg==
--x
Content-Type: application/octet-stream; name="=?utf-8?B?5Lqs6YO9?=.bin"
Content-Transfer-Encoding: base64

c2VjcmV0
--x
Content-Type: text/plain
Content-Disposition: attachment; filename*=utf-8''%E5%A4%AA%E9%83%8E.txt

attached
--x
Content-Type: message/rfc822

Subject: Forwarded

inner =?utf-8?B?5Lqs6YO9?=
--x--
`)

  test('is decoded from every part, with names of files and headers of parts', () => {
    const body = searchableBody(stored)
    for (const text of ['花子', '太陽', '京都.bin', '太郎.txt', 'attached', 'Forwarded', 'inner']) {
      expect(body).toContain(fold(text))
    }
  })

  test('has neither the message’s own header, nor binary octets, nor what no part holds', () => {
    const body = searchableBody(stored)
    for (const text of ['Subject: 京都', 'secret', 'c2VjcmV0', 'preamble']) expect(body).not.toContain(fold(text))
  })

  test('of the header has its fields, decoded', () => {
    expect(searchableHeader(stored)).toBe(fold('subject: 京都\ncontent-type: multipart/mixed; boundary=x\n'))
  })

  test.for([
    ['case', 'HaNaKo', 'hanako'],
    ['case beyond ASCII', 'ÉTÉ', 'été'],
    ['the final sigma', 'ΟΔΟΣ', 'οδος'],
    ['the width of characters', 'ＡＢＣ１２３ｶﾞ', 'abc123ガ'],
    ['composition', 'か\u3099', 'が'],
  ] as const)('is compared without regard to %s', ([, one, other]) => {
    expect(fold(one)).toBe(fold(other))
  })

  test('of a huge body is read up to a limit', () => {
    const body = searchableBody({ raw: Buffer.from(`\r\nfirst ${'x'.repeat(2_000_000)} last`) })
    expect([body.includes('FIRST'), body.includes('LAST')]).toEqual([true, false])
  })
})
