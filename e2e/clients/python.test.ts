import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { multipart } from '../support/multipart.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const python = requirement('clients', missingProgram('python3', '--version'))

/** What every script begins with: its parameters come over standard input, and so does the secret. */
const beginning = `
import base64, imaplib, json, poplib, smtplib, ssl, sys
given = json.load(sys.stdin)
address, secret, raw = given['address'], given['secret'], base64.b64decode(given['raw'])
context = ssl.create_default_context(cafile=given['ca'])
`

async function run(desk: Desk, script: string, door: 'imap' | 'pop3' | 'smtp', secret = desk.secret) {
  const { port } = desk.microsoft[door]
  const given = { address, secret, port, ca: desk.ca, raw: multipart.toString('base64') }
  const { code, stdout, stderr } = await desk.run('python3', ['-c', beginning + script], JSON.stringify(given))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as unknown
}

describe.runIf(python.met)(`${python.title('Python')}`, () => {
  it('lists, reads byte for byte and appends by imaplib', async () => {
    await using desk = await sitDown()
    desk.microsoft.mail.append(address, 'Inbox', multipart)
    const script = `
with imaplib.IMAP4_SSL('localhost', given['port'], ssl_context=context) as imap:
    imap.login(address, secret)
    imap.select('INBOX')
    _, found = imap.uid('search', 'ALL')
    _, data = imap.uid('fetch', found[0].split()[-1], '(BODY.PEEK[])')
    status, _ = imap.append('Drafts', r'(\\\\Draft)', None, raw)
    print(json.dumps({ 'uids': found[0].decode(), 'same': data[0][1] == raw, 'append': status }))
`
    expect(await run(desk, script, 'imap')).toEqual({ uids: '1', same: true, append: 'OK' })
    const { raw } = await desk.microsoft.mail.waitFor(address, { from: 'taro@example.com', folder: 'Drafts' })
    expect(raw).toEqual(multipart)
  })

  it('lists and reads byte for byte by poplib', async () => {
    await using desk = await sitDown()
    desk.microsoft.mail.append(address, 'Inbox', multipart)
    const script = `
pop3 = poplib.POP3_SSL('localhost', given['port'], context=context)
pop3.user(address)
pop3.pass_(secret)
lines = pop3.retr(1)[1]
print(json.dumps({ 'list': [line.decode() for line in pop3.list()[1]], 'uidl': [line.decode() for line in pop3.uidl()[1]],
    'same': b''.join(line + b'\\r\\n' for line in lines) == raw }))
pop3.quit()
`
    expect(await run(desk, script, 'pop3')).toEqual({ list: [`1 ${multipart.length}`], uidl: ['1 1'], same: true })
  })

  it('sends by smtplib', async () => {
    await using desk = await sitDown()
    const script = `
with smtplib.SMTP('localhost', given['port']) as smtp:
    smtp.starttls(context=context)
    smtp.login(address, secret)
    refused = smtp.sendmail(address, [address], b'From: ' + address.encode() + b'\\r\\nSubject: from smtplib\\r\\n\\r\\n.\\r\\n..\\r\\n')
    print(json.dumps(refused))
`
    expect(await run(desk, script, 'smtp')).toEqual({})
    const { raw } = await desk.microsoft.mail.waitFor(address, { subject: 'from smtplib' })
    expect(raw.toString()).toMatch(/\r\nSubject: from smtplib\r\n\r\n\.\r\n\.\.\r\n$/)
  })

  it.each([
    [
      'imap',
      `imaplib.IMAP4_SSL('localhost', given['port'], ssl_context=context).login(address, secret)`,
      'IMAP4.error',
    ],
    [
      'pop3',
      `pop3 = poplib.POP3_SSL('localhost', given['port'], context=context)\n    pop3.user(address)\n    pop3.pass_(secret)`,
      'error_proto',
    ],
    [
      'smtp',
      `smtp = smtplib.SMTP('localhost', given['port'])\n    smtp.starttls(context=context)\n    smtp.login(address, secret)`,
      'SMTPAuthenticationError',
    ],
  ] as const)('understands over %s that a wrong secret is refused', async (door, attempt, expected) => {
    await using desk = await sitDown()
    const script = `
try:
    ${attempt}
except (imaplib.IMAP4.error, poplib.error_proto, smtplib.SMTPAuthenticationError) as error:
    print(json.dumps({ 'kind': type(error).__qualname__, 'text': str(error) }))
`
    const { kind, text } = (await run(desk, script, door, 'zzzzzzzzzzzzzzzz')) as { kind: string; text: string }
    expect(kind).toBe(expected)
    expect(text).toMatch(
      /LOGIN failed\.|Logon failure: unknown user name or bad password\.|5\.7\.3 Authentication unsuccessful/,
    )
  })
})
