import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const msmtp = requirement('clients', missingProgram('msmtp', '--version'))

/** EX_NOPERM of sysexits.h. */
const noPermission = 77

async function send(desk: Desk, message: string, secret = desk.secret) {
  const config = await desk.write(
    'msmtprc',
    `account default
host 127.0.0.1
port ${desk.microsoft.smtp.port}
tls on
tls_starttls on
tls_trust_file ${desk.ca}
tls_host_override smtp-mail.outlook.com
auth on
user ${address}
password ${secret}
from ${address}
`,
  )
  return desk.run('msmtp', ['--file', config, '--read-recipients'], message)
}

describe.runIf(msmtp.met)(`${msmtp.title('msmtp')}`, () => {
  it('sends, dots and all, and keeps blind recipients to itself', async () => {
    await using desk = await sitDown()
    const to = `To: ${address}\nBcc: other@example.com\n`
    const message = `From: ${address}\n${to}Subject: from msmtp\nMessage-ID: <1@example.com>\nDate: Sat, 1 May 2021 09:00:00 +0900\n\n.\n..a\nあ\n`
    expect(await send(desk, message)).toMatchObject({ code: 0, stderr: '' })
    const received = await desk.microsoft.mail.waitFor(address, { subject: 'from msmtp' })
    const expected = message.replace('Bcc: other@example.com\n', '').replaceAll('\n', '\r\n')
    expect(received.raw.subarray(-Buffer.byteLength(expected)).toString()).toBe(expected)
  })

  it('understands that a wrong secret is refused', async () => {
    await using desk = await sitDown()
    const refused = await send(desk, `To: ${address}\n\nx\n`, 'zzzzzzzzzzzzzzzz')
    expect(refused).toMatchObject({ code: noPermission, stderr: expect.stringContaining('authentication failed') })
    expect(refused.stderr).toContain('535 5.7.3 Authentication unsuccessful')
  })
})
