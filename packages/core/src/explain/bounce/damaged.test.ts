import { describe, expect, test } from 'vitest'
import { failedFor, message, report, reportText } from '../../testing/reports.ts'
import { explainMessage } from '../explain-message.ts'

const explained = (octets: Uint8Array) => explainMessage(octets, { lang: 'en' })
const codeOf = (octets: Uint8Array) => explained(octets).finding.code

describe('a damaged report', () => {
  const whole = reportText({ recipients: [failedFor('550 5.2.2 <nobody@example.com>... Mailbox Full')] })
  const octets = (text: string) => new TextEncoder().encode(text)

  test.for<[string, string]>([
    ['has lost its boundary', whole.replace(/;\n\tboundary=.*/, '')],
    ['has another boundary than it says', whole.replace('boundary="parts', 'boundary="other')],
    ['has lost its folding', whole.replaceAll('\n\t', '\n')],
    ['has no last boundary', whole.replace('--parts-of-the-report--', '')],
    ['ends in the middle of its fields', whole.slice(0, whole.indexOf('Mailbox Full') + 12)],
    ['was kept in an mbox file', `From MAILER-DAEMON Mon Nov 2 10:00:00 2026\n${whole}`],
    ['has the line ends of old Macs', whole.replaceAll('\n', '\r')],
    ['has no empty line above its fields', whole.replace('delivery-status\n\n', 'delivery-status\n')],
    [
      'is base64 inside',
      whole.replace(
        /(Content-Type: message\/delivery-status\n)\n([^]*?)\n--/,
        (_, type: string, fields: string) => `${type}Content-Transfer-Encoding: base64\n\n${btoa(fields)}\n--`,
      ),
    ],
  ])('that %s is read all the same', ([, text]) => {
    expect(codeOf(octets(text))).toBe('mailbox-full')
  })

  test('that has lost its boundary leaves out what came back', () => {
    const inner = reportText({ recipients: [failedFor('550 5.1.1 User unknown', { recipient: 'other@example.com' })] })
    const full = failedFor('552 5.2.2 Mailbox full')
    const text = reportText({ recipients: [full], original: inner.replaceAll('parts-of-the-report', 'inner') })
    expect(explained(octets(text.replace(/;\n\tboundary=.*/, ''))).findings).toBe(undefined)
  })

  test('that says only by its type what it is', () => {
    const text = whole.replace(/From: .*/, 'From: it@contoso.example').replace(/Subject: .*/, 'Subject: Minutes')
    const unsigned = text.replace('Auto-Submitted: auto-replied\n', '')
    expect(codeOf(octets(unsigned))).toBe('mailbox-full')
    expect(codeOf(octets(unsigned.replaceAll('\n\t', '\n')))).toBe('mailbox-full')
  })

  test('that lost its empty lines tells the recipients apart', () => {
    const fields = ['a', 'b'].map((name, index) =>
      failedFor(['550 5.1.1 User unknown', '552 5.2.2 Mailbox full'][index]!, { recipient: `${name}@example.com` }),
    )
    expect(
      explained(report({ recipients: [fields.join('\n')] })).findings?.map(({ recipients }) => recipients),
    ).toEqual([['a@example.com'], ['b@example.com']])
  })

  test('whose last character is cut is still read as UTF-8', () => {
    const head = 'From: postmaster@contoso.example\nSubject: 配信不能\n\n<a@example.com>: 552 5.2.2 Mailbox full\n\n'
    for (const spaces of ['', ' ', '  ']) {
      expect(codeOf(octets(`${spaces}${head}${'あ'.repeat(400_000)}`))).toBe('mailbox-full')
    }
  })

  test('whose text lost its boundary, as Exchange’s do, keeps its fields', () => {
    const prose = `Content-Type: multipart/alternative; differences=Content-Type;
boundary="inner"

--inner
Content-Type: text/plain

Your message could not be delivered.

--inner--`
    expect(
      codeOf(report({ prose, recipients: [failedFor('550 5.1.351 Remote server returned unknown recipient')] })),
    ).toBe('recipient-refused')
  })

  test('in multiparts 50 deep is found', () => {
    const open = Array.from(
      { length: 50 },
      (_, depth) => `--b${depth}\nContent-Type: multipart/mixed; boundary=b${depth + 1}\n\n`,
    )
    const text = `From: postmaster@example.com
Subject: Undeliverable
Content-Type: multipart/report; report-type=delivery-status; boundary=b0

${open.join('')}--b50
Content-Type: message/delivery-status

${failedFor('550 5.2.2 Mailbox full')}
--b50--
`
    expect(codeOf(message(text))).toBe('mailbox-full')
  })

  test('in messages 50 deep is somebody else’s', () => {
    const open = Array.from({ length: 50 }, () => `Content-Type: message/rfc822\n\n`)
    const text = `From: postmaster@example.com\nSubject: Undeliverable\n${open.join('')}${whole}`
    expect(codeOf(octets(text))).not.toBe('mailbox-full')
  })
})
