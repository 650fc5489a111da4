/* oxlint-disable no-console -- the README's examples print */
import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import { expect, test, vi } from 'vitest'
import { startMicrosoft } from './index.ts'

function lines(path: string): string[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8')
  return text.split('\n').map((line) => line.trim())
}

test('the README shows only what is tested here, line by line', () => {
  const tested = lines('./readme.test.ts')
  const examples = [
    ...lines('../README.md')
      .join('\n')
      .matchAll(/^```ts\n(.*?)^```/gms),
  ].map(([, code = '']) => code)
  expect(examples).toHaveLength(3)
  for (const example of examples) {
    const shown = example.split('\n').filter((line) => line !== '' && !line.startsWith('import '))
    expect(shown).toEqual(inOrder(shown, tested))
  }
})

/** Those of the wanted lines that are found one after the other. */
function inOrder(wanted: string[], lines: string[]): string[] {
  let at = 0
  return wanted.filter((line) => {
    const found = lines.indexOf(line, at)
    if (found >= 0) at = found + 1
    return found >= 0
  })
}

test('the README’s examples work', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)

  await using microsoft = await startMicrosoft({
    accounts: [{ address: 'hanako@hotmail.com', password: 'correct horse' }],
  })

  // Point your mail program here. TLS from the first octet for POP3 and IMAP, STARTTLS for SMTP.
  const { pop3, imap, smtp, ca } = microsoft
  console.log(pop3.port, imap.port, smtp.port, ca)

  // Two-step verification: from now on 'correct horse' is refused, and an app password is not.
  const account = microsoft.accounts.get('hanako@hotmail.com')
  account.twoStep = true
  const { password } = account.createAppPassword('Thunderbird')

  // Mail that is there already, and mail that your program sent.
  const rawMessage = 'Subject: Hello\r\nFrom: taro@outlook.jp\r\n\r\nHow are you?\r\n'
  await microsoft.mail.append('hanako@hotmail.com', 'Inbox', rawMessage)
  const message = await microsoft.mail.waitFor('hanako@hotmail.com', { subject: 'Hello' })
  expect(message.raw.toString()).toBe(rawMessage)

  const transport = createTransport({
    host: '127.0.0.1',
    port: microsoft.smtp.port,
    requireTLS: true,
    tls: { ca: microsoft.ca, servername: 'smtp-mail.outlook.com' },
    auth: { user: 'hanako@hotmail.com', pass: password },
  })
  await transport.sendMail({ from: 'hanako@hotmail.com', to: 'taro@outlook.jp', subject: 'Hi', text: 'Fine!' })

  // Today's Microsoft: neither password is taken any more.
  microsoft.clock.set('2026-11-22')
  await expect(transport.verify()).rejects.toMatchObject({ responseCode: 535 })

  // What was decided, and why.
  for (const { protocol, outcome, reason, because, reply } of microsoft.signIns) {
    console.log(protocol, outcome, reason, because, reply)
  }
  expect(microsoft.signIns.map(({ reason }) => reason)).toEqual(['app-password', 'basic-auth-refused'])

  // A token as the identity service would issue it.
  const scopes = ['https://outlook.office.com/IMAP.AccessAsUser.All', 'https://outlook.office.com/SMTP.Send']
  const { accessToken } = await microsoft.oauth.issue('hanako@hotmail.com', scopes)
  const withToken = createTransport({
    host: '127.0.0.1',
    port: microsoft.smtp.port,
    requireTLS: true,
    tls: { ca: microsoft.ca, servername: 'smtp-mail.outlook.com' },
    auth: { type: 'OAuth2', user: 'hanako@hotmail.com', accessToken },
  })
  await withToken.verify()

  // An hour later it is worth nothing.
  microsoft.clock.advance(60 * 60 * 1000)
  await expect(withToken.verify()).rejects.toMatchObject({ responseCode: 535 })
  microsoft.reset()

  expect(log).toHaveBeenCalledTimes(3)
  log.mockRestore()
})
