import { mkdir, readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { multipart } from '../support/multipart.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const mpop = requirement('clients', missingProgram('mpop', '--version'))

/** EX_NOPERM of sysexits.h. */
const noPermission = 77

/** Fetches into a Maildir what is new by its UIDL; all in one go, since mpop sends several commands at once. */
async function fetch(desk: Desk, { keep = true, secret = desk.secret } = {}) {
  for (const folder of ['cur', 'new', 'tmp']) await mkdir(desk.path(`mail/${folder}`), { recursive: true })
  const config = await desk.write(
    'mpoprc',
    `account default
host localhost
port ${desk.microsoft.pop3.port}
tls on
tls_starttls off
tls_trust_file ${desk.ca}
pipelining on
user ${address}
password ${secret}
keep ${keep ? 'on' : 'off'}
uidls_file ${desk.path('uidls')}
received_header off
delivery maildir ${desk.path('mail')}
`,
  )
  return desk.run('mpop', ['--file', config, '--quiet'])
}

describe.runIf(mpop.met)(`${mpop.title('mpop')}`, () => {
  it('reads byte for byte, each message once, and deletes what it need not keep', async () => {
    await using desk = await sitDown()
    desk.microsoft.mail.append(address, 'Inbox', multipart)
    for (const keep of [true, true, false]) {
      expect(await fetch(desk, { keep })).toMatchObject({ code: 0, stderr: '' })
      const names = await readdir(desk.path('mail/new'))
      const messages = await Promise.all(names.map((name) => readFile(desk.path(`mail/new/${name}`), 'utf8')))
      // With LF line ends.
      expect(messages).toEqual([multipart.toString().replaceAll('\r\n', '\n')])
    }
    desk.microsoft.mail.append(address, 'Inbox', 'Subject: second\r\n\r\n')
    const { uid } = await desk.microsoft.mail.waitFor(address, { subject: 'second' })
    expect(uid).toBe(2)
    await expect(desk.microsoft.mail.waitFor(address, { from: 'taro@example.com', timeoutMs: 0 })).rejects.toThrow()
  })

  it('understands that a wrong secret is refused', async () => {
    await using desk = await sitDown()
    const { code, stderr } = await fetch(desk, { secret: 'zzzzzzzzzzzzzzzz' })
    expect(code).toBe(noPermission)
    expect(stderr).toContain('authentication failed (method PLAIN)')
  })
})
