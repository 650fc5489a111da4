import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMime } from '../../../mail/mime/parse.ts'
import { bodyStructure, envelope } from './structure.ts'

function crlf(text: string): Buffer {
  return Buffer.from(text.replaceAll('\n', '\r\n'))
}

function envelopeOf(text: string): string {
  return envelope(parseMime(crlf(text))).toString()
}

function structureOf(text: string, extended = true): string {
  return bodyStructure(parseMime(crlf(text)), { extended }).toString()
}

describe('ENVELOPE', () => {
  test('is that of the example in RFC 3501, 8', () => {
    const header = `Date: Wed, 17 Jul 1996 02:23:25 -0700 (PDT)
From: Terry Gray <gray@cac.washington.edu>
Subject: IMAP4rev1 WG mtg summary and minutes
To: imap@cac.washington.edu
cc: minutes@CNRI.Reston.VA.US, John Klensin <KLENSIN@MIT.EDU>
Message-Id: <B27397-0100000@cac.washington.edu>
MIME-Version: 1.0
Content-Type: TEXT/PLAIN; CHARSET=US-ASCII

`
    const gray = '(("Terry Gray" NIL "gray" "cac.washington.edu"))'
    expect(envelopeOf(header)).toBe(
      '("Wed, 17 Jul 1996 02:23:25 -0700 (PDT)" "IMAP4rev1 WG mtg summary and minutes" ' +
        `${gray} ${gray} ${gray} ` +
        '((NIL NIL "imap" "cac.washington.edu")) ' +
        '((NIL NIL "minutes" "CNRI.Reston.VA.US")("John Klensin" NIL "KLENSIN" "MIT.EDU")) NIL NIL ' +
        '"<B27397-0100000@cac.washington.edu>")',
    )
  })

  test('takes sender and reply-to where they are given', () => {
    expect(envelopeOf('From: a@x\nSender: b@x\nReply-To: c@x\n\n')).toBe(
      '(NIL NIL ((NIL NIL "a" "x")) ((NIL NIL "b" "x")) ((NIL NIL "c" "x")) NIL NIL NIL NIL NIL)',
    )
  })

  test('takes From for an empty Sender', () => {
    expect(envelopeOf('From: a@x\nSender:\n\n')).toBe(
      '(NIL NIL ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) ((NIL NIL "a" "x")) NIL NIL NIL NIL NIL)',
    )
  })

  test('of nothing is all NIL, and an empty subject is not', () => {
    expect(envelopeOf('')).toBe('(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)')
    expect(envelopeOf('Subject:\n\n')).toBe('(NIL "" NIL NIL NIL NIL NIL NIL NIL NIL)')
  })

  test('says words of RFC 2047 as they came, unfolded', () => {
    expect(envelopeOf('Subject: =?ISO-2022-JP?B?GyRCJDMbKEI=?=\n =?ISO-2022-JP?B?GyRCJDMbKEI=?=\n\n')).toContain(
      '"=?ISO-2022-JP?B?GyRCJDMbKEI=?= =?ISO-2022-JP?B?GyRCJDMbKEI=?="',
    )
  })

  test('says a TAB, 8-bit octets and long texts in literals', () => {
    expect(envelopeOf('Subject: a\tb\n\n')).toContain('{3}\r\na\tb')
    expect(envelopeOf('Subject: a\n\tb\n\n')).toContain('{3}\r\na\tb')
    expect(envelopeOf('Subject: 花子\nTo: 花子 <a@b>\n\n')).toContain('{6}\r\n花子')
    expect(envelopeOf('To: 花子 <a@b>\n\n')).toContain('(({6}\r\n花子 NIL "a" "b"))')
    expect(envelopeOf('Subject: say "x" \\\n\n')).toContain('"say \\"x\\" \\\\"')
  })

  test('holds groups', () => {
    expect(envelopeOf('To: undisclosed-recipients:;\n\n')).toContain(
      '((NIL NIL "undisclosed-recipients" NIL)(NIL NIL NIL NIL))',
    )
  })
})

describe('BODYSTRUCTURE', () => {
  test('of a plain message', () => {
    const text = 'Content-Type: TEXT/PLAIN; CHARSET=US-ASCII\n\none\ntwo\n'
    expect(structureOf(text, false)).toBe('("text" "plain" ("charset" "US-ASCII") NIL NIL "7bit" 10 2)')
    expect(structureOf(text)).toBe('("text" "plain" ("charset" "US-ASCII") NIL NIL "7bit" 10 2 NIL NIL NIL NIL)')
  })

  test('of a message that says nothing of itself is text in US-ASCII', () => {
    expect(structureOf('\n')).toBe('("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0 NIL NIL NIL NIL)')
    expect(structureOf('Content-Type: text/html\n\n<p>')).toContain('("text" "html" ("charset" "us-ascii")')
  })

  test('names what a part says of itself', () => {
    expect(
      structureOf(`Content-Type: image/png; name="a.png"
Content-Transfer-Encoding: BASE64
Content-ID: <1@x>
Content-Description: a "picture"
Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==
Content-Disposition: Attachment; filename="a;b.png"; size=3
Content-Language: en, ja
Content-Location: http://x.example/a.png

AAAA
`),
    ).toBe(
      '("image" "png" ("name" "a.png") "<1@x>" "a \\"picture\\"" "BASE64" 6 "Q2hlY2sgSW50ZWdyaXR5IQ==" ' +
        '("attachment" ("filename" "a;b.png" "size" "3")) ("en" "ja") "http://x.example/a.png")',
    )
  })

  test('gives parameters as they came, in the form of RFC 2231 too', () => {
    expect(structureOf("Content-Type: a/b; name*=utf-8''%E8%8A%B1\nContent-Disposition: inline\n\n")).toBe(
      '("a" "b" ("name*" "utf-8\'\'%E8%8A%B1") NIL NIL "7bit" 0 NIL ("inline" NIL) NIL NIL)',
    )
  })

  test('of a multipart lists its parts, and counts each exactly', () => {
    const text = `Content-Type: multipart/alternative; boundary=x
Content-Language: ja

--x

one
--x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>
two

--x--
`
    const [plain, html] = [
      '"text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 3 0',
      '"text" "html" ("charset" "utf-8") NIL NIL "quoted-printable" 10 2',
    ]
    expect(structureOf(text, false)).toBe(`((${plain})(${html}) "alternative")`)
    expect(structureOf(text)).toBe(
      `((${plain} NIL NIL NIL NIL)(${html} NIL NIL NIL NIL) "alternative" ("boundary" "x") NIL ("ja") NIL)`,
    )
  })

  test('of a message in a message has its envelope, its structure and its lines', () => {
    const inner = 'Subject: inner\nContent-Type: multipart/mixed; boundary=x\n\npre\n--x\n\none\ntwo\n--x--\nepilogue\n'
    expect(structureOf(`Content-Type: message/rfc822\nContent-Disposition: attachment\n\n${inner}`)).toBe(
      `("message" "rfc822" NIL NIL NIL "7bit" ${crlf(inner).length} ` +
        '(NIL "inner" NIL NIL NIL NIL NIL NIL NIL NIL) ' +
        '(("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 8 1 NIL NIL NIL NIL) "mixed" ("boundary" "x") NIL NIL NIL) ' +
        '10 NIL ("attachment" NIL) NIL NIL)',
    )
  })

  test('of messages fifty deep counts every line once', () => {
    const text = 'Content-Type: message/rfc822\n\n'.repeat(60) + 'line\n'.repeat(1_000)
    expect(structureOf(text, false)).toMatch(/^\("message" "rfc822" .* 1118\)$/)
  })
})

test('both are worked out once', () => {
  const part = parseMime(crlf('Subject: x\n\n'))
  expect(envelope(part)).toBe(envelope(part))
  expect(bodyStructure(part, { extended: true })).toBe(bodyStructure(part, { extended: true }))
})

/** A reader of S-expressions with quoted strings and literals, written only to see whether what we say can be read. */
function readable(wire: string): boolean {
  let depth = 0
  for (let at = 0; at < wire.length;) {
    const token = /^(?:[()]| |NIL|\d+|"(?:[^"\\\r\n]|\\["\\])*"|\{(\d+)\}\r\n)/.exec(wire.slice(at))
    if (!token) return false
    if (token[0] === '(') depth++
    if (token[0] === ')') depth--
    at += token[0].length + Number(token[1] ?? 0)
    if (depth < 0 || at > wire.length) return false
  }
  return depth === 0
}

test('what is said of any message can be read', () => {
  const line = fc.constantFrom(
    '',
    'x',
    '--b',
    '--b--',
    'Content-Type: multipart/mixed; boundary=b; x="a\\"b\tc"',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline; filename="é"; x=(',
    'Content-Language: a, b c; "',
    'From: "a\\" <b@c>, d: e, <f',
    'To: é\0@x:',
    'Subject: a "b" \\ \t\r c',
    'Content-ID: \x07',
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const part = parseMime(Buffer.from(lines.join('\r\n')))
      expect(readable(envelope(part).toString('latin1'))).toBe(true)
      expect(readable(bodyStructure(part, { extended: true }).toString('latin1'))).toBe(true)
      expect(readable(bodyStructure(part, { extended: false }).toString('latin1'))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
