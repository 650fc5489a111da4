/** list and read as a person uses them, against the mock. */
import { describe, expect, it } from 'vitest'
import type { Microsoft } from '@sparekey/mock-servers'
import { Client } from '@sparekey/testkit/client'
import { hanako, mockedCommand, password } from '../../testing/mock.ts'

const hostile = Buffer.from(
  [
    'From: "\u001b]0;owned\u0007Taro" <taro@live.com>',
    `To: ${hanako}`,
    'Subject: =?UTF-8?B?G1szMW3otaTjgYTvvIE=?= \u009b2J',
    'Message-ID: <hostile@example.org>',
    'Date: Sat, 1 May 2021 09:00:00 +0900',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'one\u001b[2Jtwo\u202ethree',
    '--b',
    'Content-Type: application/x\u001b-evil; name="a\u001bb"',
    'Content-Disposition: attachment; filename="\u202egnp.exe"',
    '',
    'x',
    '--b--',
    '',
  ].join('\r\n'),
)

/** Another mail program at the same mailbox. It does what it is told, and leaves. */
async function otherProgram({ imap, ca }: Microsoft, commands: readonly string[]): Promise<void> {
  await using wire = await Client.connect(imap.port, { tls: { ca } })
  await wire.line()
  const login = `LOGIN ${hanako} "${password.replaceAll(/["\\]/g, String.raw`\$&`)}"`
  for (const [index, command] of [login, ...commands].entries()) {
    const said = await wire.ask(`t${index} ${command}`, (line) => line.startsWith(`t${index} `))
    expect(said.at(-1)).toMatch(/^t\d OK /)
  }
}

/** Everything a terminal would obey but the line ends. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('list and read', () => {
  it.each(['imap', 'pop3'])('show a hostile message over %s without obeying it', async (protocol) => {
    await using mock = await mockedCommand()
    mock.microsoft.mail.append(hanako, 'Inbox', hostile)
    const mailbox = ['--account', hanako, '--protocol', protocol]
    const list = await mock.run(['list', ...mailbox], password)
    expect(list.code).toBe(0)
    expect(list.stdout).toContain('赤い！')
    expect(list.stdout).not.toMatch(obeyed)
    const read = await mock.run(['read', '1', ...mailbox], password)
    expect(read.stdout).toContain('one␛[2Jtwothree')
    expect(read.stdout).not.toMatch(obeyed)
    const raw = await mock.run(['read', '1', ...mailbox, '--raw'], password)
    expect(raw.bytes.equals(hostile)).toBe(true)
  })

  it('list the newest first, up to the limit', async () => {
    await using mock = await mockedCommand()
    for (const subject of ['one', 'two', 'three'])
      mock.microsoft.mail.append(hanako, 'Inbox', `Subject: ${subject}\r\n\r\n`)
    const { stdout } = await mock.run(['list', '--account', hanako, '--limit', '2', '--json'], password)
    const { folder, messages } = JSON.parse(stdout) as { folder: string; messages: { uid: string; subject: string }[] }
    expect({ folder, messages }).toMatchObject({
      folder: 'INBOX',
      messages: [
        { uid: '3', subject: 'three' },
        { uid: '2', subject: 'two' },
      ],
    })
    const told = await mock.run(['list', '--account', hanako, '--limit', '2', '--lang', 'ja'], password)
    expect(told.stderr).toContain('新しいものから 2 件')
  })

  it('mark what is not read yet, also once another program has looked into the folder', async () => {
    await using mock = await mockedCommand()
    for (const subject of ['read', 'unread']) mock.microsoft.mail.append(hanako, 'Inbox', `Subject: ${subject}\r\n\r\n`)
    // SELECT takes \Recent away, and \Seen is set on one.
    await otherProgram(mock.microsoft, ['SELECT INBOX', 'STORE 1 +FLAGS (\\Seen)'])
    const { stdout, stderr } = await mock.run(['list', '--account', hanako], password)
    expect(stdout).toMatch(/^\* 2 .*unread$/m)
    expect(stdout).toMatch(/^ {2}1 .*read$/m)
    expect(stderr).toContain('* not read yet')
    const overPop3 = await mock.run(['list', '--account', hanako, '--protocol', 'pop3'], password)
    expect(overPop3.stdout).not.toContain('*')
  })

  it('show a date in local time, whatever zone the message names, and sizes as people say them', async () => {
    await using mock = await mockedCommand()
    mock.microsoft.mail.append(hanako, 'Inbox', hostile)
    const args = ['--account', hanako]
    const [list, read] = [await mock.run(['list', ...args], password), await mock.run(['read', '1', ...args], password)]
    const [when] = /\d{4}-\d\d-\d\d \d\d:\d\d/.exec(list.stdout)!
    expect(read.stdout).toMatch(new RegExp(`^ +Date +${when}$`, 'm'))
    expect(read.stdout).toContain('1 bytes')
    expect((await mock.run(['read', '1', ...args, '--lang', 'ja'], password)).stdout).toContain('1 バイト')
  })

  it.each([
    [['list', '--folder', 'Nowhere'], 66, 'folder-missing'],
    [['read', '99'], 66, 'message-missing'],
  ])('%j ends with %i', async (args, code, error) => {
    await using mock = await mockedCommand()
    const told = await mock.run([...args, '--account', hanako, '--json'], password)
    expect(told.code).toBe(code)
    expect(JSON.parse(told.stdout)).toMatchObject({ ok: false, error: { code: error } })
  })
})
