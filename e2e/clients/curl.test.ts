import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { multipart } from '../support/multipart.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const curl = requirement('clients', missingProgram('curl', '--version'))

/** CURLE_LOGIN_DENIED. */
const loginDenied = 67

/** Runs curl with the official name, connected to the mock; the secret stands in a file. */
async function ask(desk: Desk, url: string, port: number, args: readonly string[] = [], secret = desk.secret) {
  const { hostname, port: official } = new URL(url)
  const config = await desk.write(
    'curl.conf',
    `user = "${address}:${secret}"\ncacert = "${desk.ca}"\nsilent\nshow-error\n`,
  )
  return desk.run('curl', [
    '--config',
    config,
    '--connect-to',
    `${hostname}:${official}:127.0.0.1:${port}`,
    ...args,
    url,
  ])
}

describe.runIf(curl.met)(`${curl.title('curl')}`, () => {
  const imap = 'imaps://imap-mail.outlook.com:993'
  const pop3 = 'pop3s://pop-mail.outlook.com:995'
  const smtp = 'smtp://smtp-mail.outlook.com:587'

  it('lists, reads byte for byte and appends over IMAP', async () => {
    await using desk = await sitDown()
    const { port } = desk.microsoft.imap
    desk.microsoft.mail.append(address, 'Inbox', multipart)

    expect((await ask(desk, `${imap}/`, port)).stdout).toContain('Inbox')
    expect(await ask(desk, `${imap}/Inbox?ALL`, port)).toMatchObject({ code: 0, stdout: '* SEARCH 1\r\n' })
    expect((await ask(desk, `${imap}/Inbox;UID=1`, port)).bytes).toEqual(multipart)

    const file = await desk.write('new.eml', multipart)
    expect(await ask(desk, `${imap}/Drafts`, port, ['--upload-file', file])).toMatchObject({ code: 0, stderr: '' })
    const kept = await desk.microsoft.mail.waitFor(address, { from: 'taro@example.com', folder: 'Drafts' })
    expect(kept.raw).toEqual(multipart)
  })

  it('lists and reads byte for byte over POP3', async () => {
    await using desk = await sitDown()
    const { port } = desk.microsoft.pop3
    desk.microsoft.mail.append(address, 'Inbox', multipart)

    expect(await ask(desk, `${pop3}/`, port)).toMatchObject({ code: 0, stdout: `1 ${multipart.length}\r\n` })
    expect((await ask(desk, `${pop3}/1`, port)).bytes).toEqual(multipart)
  })

  it('sends over SMTP', async () => {
    await using desk = await sitDown()
    const message = Buffer.from(`From: ${address}\r\nTo: ${address}\r\nSubject: from curl\r\n\r\n.\r\n..\r\nあ\r\n`)
    const file = await desk.write('out.eml', message)
    const args = ['--ssl-reqd', '--mail-from', address, '--mail-rcpt', address, '--upload-file', file]
    expect(await ask(desk, smtp, desk.microsoft.smtp.port, args)).toMatchObject({ code: 0, stderr: '' })
    const received = await desk.microsoft.mail.waitFor(address, { subject: 'from curl' })
    expect(received.raw.subarray(-message.length).toString()).toBe(message.toString())
  })

  it('understands that a wrong secret is refused', async () => {
    await using desk = await sitDown()
    const { microsoft } = desk
    const wrong = 'zzzzzzzzzzzzzzzz'
    expect(await ask(desk, `${imap}/`, microsoft.imap.port, [], wrong)).toMatchObject({ code: loginDenied })
    expect(await ask(desk, `${pop3}/`, microsoft.pop3.port, [], wrong)).toMatchObject({ code: loginDenied })
    const args = ['--ssl-reqd', '--mail-from', address, '--mail-rcpt', address]
    expect(await ask(desk, smtp, microsoft.smtp.port, args, wrong)).toMatchObject({ code: loginDenied })
  })
})
