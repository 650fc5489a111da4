import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainMessage } from '../explain-message.ts'
import { explainText } from '../explain-text.ts'

const codeOf = (octets: Uint8Array) => explainMessage(octets, { lang: 'en' }).finding.code

/** Built to exhaust their reader; what takes more than a moment runs into the time limit of the tests. */
describe('hostile input of 10 MB', () => {
  const many = (text: string) => text.repeat(Math.ceil(10_000_000 / text.length))
  const header = 'From: MAILER-DAEMON@example.com\nSubject: failure notice\n'

  test.for<[string, string]>([
    ['lines', `${header}\n${many('\n')}`],
    ['delimiters', `${header}\n${many('--b\nContent-Type: multipart/mixed; boundary=c\n')}`],
    ['header fields', `${header}${many('Subject: x\n')}`],
    ['folded lines', `${header}${many(' x\n')}`],
    ['fields of recipients', `${header}\n${many('Final-Recipient: rfc822;a@b.example\nAction: failed\n\n')}`],
    ['replies', `${header}\n${many('550 5.7.1 x ')}`],
    ['addresses', `${header}\n${many('a@b.example ')}`],
    ['encoded words', `${header}Subject: ${many('=?utf-8?q?x?= ')}`],
    ['soft line ends', `${header}Content-Transfer-Encoding: quoted-printable\n\n${many('=\n')}`],
    ['tags', `${header}Content-Type: text/html\n\n${many('<p ')}`],
    ['one word', `${header}\n${many('x')}`],
  ])('%s', ([, text]) => {
    expect(codeOf(new TextEncoder().encode(text))).toMatch(/^(?:unknown-refusal|not-recognised)$/)
  })

  test('nothing behind the first MiB counts', () => {
    const text = `${header}\n${'x\n'.repeat(600_000)}<a@b.example>: 550 5.1.1 User unknown`
    expect(codeOf(new TextEncoder().encode(text))).toBe('unknown-refusal')
  })
})

test('a pasted text of 10 MB is looked at for a report as far as the first MiB', () => {
  const text = `${'x\n'.repeat(5_000_000)}Final-Recipient: rfc822;a@b.example\nAction: failed\n`
  expect(explainText(text, { lang: 'en' }).recognised.filter(({ kind }) => kind === 'bounce')).toEqual([])
})

test('no message, however made, does more than be explained', () => {
  const line = fc.oneof(
    hostileText,
    fc.constantFrom(
      'From: MAILER-DAEMON@example.com',
      'Content-Type: multipart/report; boundary="b"',
      'Content-Type: message/delivery-status',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      '--b',
      '--b--',
      '',
      'Final-Recipient: rfc822;a@b.example',
      'Action: failed',
      'Diagnostic-Code: smtp;550-5.1.1 x',
      '<a@b.example>: host x said: 550 5.1.1 x',
      '<<< 550 x',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { input, finding } = explainMessage(new TextEncoder().encode(lines.join('\n')), { lang: 'ja' })
      expect(input).toBe('message')
      expect(finding.title).not.toBe('')
    }),
    { numRuns: 500 },
  )
})
