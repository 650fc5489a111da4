import { mkdir, readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { multipart } from '../support/multipart.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const mbsync = requirement('clients', missingProgram('mbsync', '--version'))

/** Brings a Maildir and the Inbox into line; the secret is read from a file. */
async function sync(desk: Desk, secret = desk.secret) {
  const password = await desk.write('password', `${secret}\n`)
  await mkdir(desk.path('mail'), { recursive: true })
  const config = await desk.write(
    'mbsyncrc',
    `IMAPAccount outlook
Host localhost
Port ${desk.microsoft.imap.port}
User ${address}
PassCmd "cat ${password}"
SSLType IMAPS
SystemCertificates no
CertificateFile ${desk.ca}

IMAPStore far
Account outlook

MaildirStore near
Path ${desk.path('mail')}/
Inbox ${desk.path('mail')}/Inbox

Channel inbox
Far :far:
Near :near:
Patterns INBOX
Create Near
SyncState *
`,
  )
  return desk.run('mbsync', ['--config', config, '--quiet', 'inbox'])
}

/** What lies in the Maildir: with LF line ends, and a field of mbsync's own that it finds its messages again by. */
async function maildir(desk: Desk): Promise<string[]> {
  const folders = [desk.path('mail/Inbox/new'), desk.path('mail/Inbox/cur')]
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => `${folder}/${name}`)),
  )
  const messages = await Promise.all(names.flat().map((name) => readFile(name, 'utf8')))
  return messages.map((message) => message.replace(/^X-TUID: .*\n/m, ''))
}

describe.runIf(mbsync.met)(`${mbsync.title('mbsync')}`, () => {
  it('reads byte for byte, and files a message that was written at home', async () => {
    await using desk = await sitDown()
    desk.microsoft.mail.append(address, 'Inbox', multipart)
    expect(await sync(desk)).toMatchObject({ code: 0, stderr: '' })
    expect(await maildir(desk)).toEqual([multipart.toString().replaceAll('\r\n', '\n')])

    await desk.write('mail/Inbox/new/1.home', 'From: a@example.com\nSubject: from home\n\nhello\n')
    expect(await sync(desk)).toMatchObject({ code: 0, stderr: '' })
    const received = await desk.microsoft.mail.waitFor(address, { subject: 'from home' })
    expect(received.raw.toString()).toMatch(
      /^From: a@example\.com\r\nSubject: from home\r\n(X-TUID: .*\r\n)?\r\nhello\r\n$/,
    )
    expect(await maildir(desk)).toHaveLength(2)
  })

  it('understands that a wrong secret is refused', async () => {
    await using desk = await sitDown()
    const refused = await sync(desk, 'zzzzzzzzzzzzzzzz')
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/NO (LOGIN|AUTHENTICATE) failed\./) })
  })
})
