import { temporaryFolder } from '@sparekey/testkit/folder'
import { describe, expect, it } from 'vitest'
import { runMain as run } from '../../testing/run-main.ts'

const failed = (recipient: string, diagnostic: string) => `Final-Recipient: rfc822;${recipient}
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp;${diagnostic}
`
const report = (...recipients: string[]) => `From: MAILER-DAEMON@mx.example.com
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Your message could not be delivered to one or more recipients.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns;mx.example.com

${recipients.join('\n')}
--b--
`
const full = failed('taro@example.com', '552 5.2.2 Mailbox full')
const unknown = (name: string) => failed(`${name}@example.com`, '550 5.1.1 User unknown')

describe('sparekey explain --eml', () => {
  it('says why a message came back', async () => {
    await using folder = await temporaryFolder()
    const file = await folder.write('undeliverable.eml', report(full))
    const { code, stdout, stderr } = await run(['explain', '--eml', file])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Recognised: a delivery report\n {2}“552 5\.2\.2 Mailbox full”/)
    expect(stdout).toContain('What to do now')
    expect(stdout).not.toContain('Other recipients')
  })

  it('prints one document, from standard input too', async () => {
    const { code, stdout } = await run(['explain', '--eml', '-', '--json'], { stdin: report(full) })
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        schemaVersion: 1,
        input: 'message',
        recognised: [{ kind: 'bounce', protocol: 'smtp', quote: '552 5.2.2 Mailbox full' }],
        finding: expect.objectContaining({ code: 'mailbox-full' }),
        alsoPossible: [],
      }),
    ])
  })

  it.each([
    ['en', 'Other recipients', 'and 1 more'],
    ['ja', 'ほかの宛先', 'ほか 1 件'],
  ])('tells each recipient’s own cause, in %s', async (lang, heading, more) => {
    const names = ['a', 'b', 'c', 'd'].map(unknown)
    const { stdout } = await run(['explain', '--eml', '-', '--lang', lang], { stdin: report(full, ...names) })
    const [first, others] = stdout.split(`${heading}\n`)
    expect(first).toContain('taro@example.com')
    expect(first).not.toContain('a@example.com')
    for (const word of ['a@example.com', 'c@example.com', more]) expect(others).toContain(word)
    expect(others).not.toContain('d@example.com')
  })

  it.each([
    ['a person’s message', 'From: hanako@hotmail.com\nSubject: Help\n\n550 5.1.1 User unknown?\n'],
    ['nothing', ''],
  ])('ends with 1 for %s', async (_, stdin) => {
    const { code, stdout } = await run(['explain', '--eml', '-', '--json'], { stdin })
    expect([code, JSON.parse(stdout).finding.code]).toEqual([1, 'not-recognised'])
  })

  it.each([
    [['--eml', '/nonexistent/report.eml'], 66, /report\.eml/],
    [['--eml', '-', 'EAUTH'], 64, /--eml/],
    [['--eml'], 64, /--eml/],
  ])('says what is wrong with %j', async (args, exit, words) => {
    const { code, stderr } = await run(['explain', ...args])
    expect([code, stderr]).toEqual([exit, expect.stringMatching(words)])
  })

  it('keeps the terminal from obeying what a report says', async () => {
    const stdin = report(failed('ta\u001B[31mro@example.com', '552 5.2.2 \u001B]0;x\u0007Mailbox full'), unknown('a'))
    const { stdout } = await run(['explain', '--eml', '-'], { stdin })
    expect(stdout).toContain('Mailbox full')
    expect(stdout).not.toMatch(/[\u001B\u0007]/)
  })
})
