/** send, list and read as a person uses them, against the mock. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/folder.ts'
import { hanako, mockedCommand, password } from '../../testing/mock.ts'
import { runMain } from '../../testing/run-main.ts'

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

/** Everything a terminal would obey but the line ends. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('send', () => {
  it('sends text, a copy, a blind copy and attachments, and says what the server said', async () => {
    await using mock = await mockedCommand()
    const file = await mock.folder.write('日記.txt', 'attached')
    const args = [
      'send',
      '--from',
      `Hanako <${hanako}>`,
      '--to',
      hanako,
      '--bcc',
      'taro@live.com',
      '--subject',
      'こんにちは',
    ]
    const sent = await mock.run([...args, '--text', 'line one\nline two', '--attach', file, '--json'], password)
    expect(sent.code).toBe(0)
    expect(JSON.parse(sent.stdout)).toMatchObject({
      schemaVersion: 1,
      accepted: [hanako, 'taro@live.com'],
      rejected: [],
      messageId: expect.stringMatching(/^<.+>$/),
      reply: expect.stringContaining('250 2.0.0 OK'),
      via: 'smtp',
    })

    const read = await mock.run(['read', '1', '--account', hanako, '--json'], password)
    expect(JSON.parse(read.stdout)).toMatchObject({
      uid: '1',
      headers: { subject: 'こんにちは' },
      text: expect.stringContaining('line one'),
      attachments: [{ filename: '日記.txt', contentType: 'text/plain', size: 8 }],
    })
    expect(read.stdout).not.toContain('taro@live.com')
  })

  it('takes the recipients of a finished message from its headers, and Bcc out of it', async () => {
    await using mock = await mockedCommand()
    const eml = await mock.folder.write(
      'a.eml',
      `From: ${hanako}\nTo: ${hanako}\nBcc: taro@live.com\nSubject: x\n\n.\n`,
    )
    const { stdout } = await mock.run(['send', '--from', hanako, '--eml', eml, '--json'], password)
    expect(JSON.parse(stdout)).toMatchObject({ accepted: [hanako, 'taro@live.com'], messageId: null })
    const raw = await mock.run(['read', '1', '--account', hanako, '--raw'], password)
    expect(raw.stdout).toBe(`From: ${hanako}\r\nTo: ${hanako}\r\nSubject: x\r\n\r\n.\r\n`)
  })

  it.each([
    ['names nobody', '', '--to'],
    ['hides its recipients', `From: ${hanako}\r\nTo: undisclosed-recipients:;\r\n`, '--bcc'],
    ['names others', `From: ${hanako}\r\nTo: taro@live.com\r\n`, '--cc'],
  ])('sends a finished message that %s to whom the flags name', async (_, header, flag) => {
    await using mock = await mockedCommand()
    const message = `${header}Subject: x\r\n\r\nhi\r\n`
    const eml = await mock.folder.write('a.eml', message)
    const args = ['send', '--from', `Hanako <${hanako}>`, flag, `Hanako <${hanako}>`, '--eml', eml, '--json']
    const { code, stdout } = await mock.run(args, password)
    expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, accepted: [hanako] })
    const raw = await mock.run(['read', '1', '--account', hanako, '--raw'], password)
    expect(raw.stdout).toBe(message)
  })

  it('refuses a sender who is somebody else, in the server’s words: 77', async () => {
    await using mock = await mockedCommand()
    const { code, stderr } = await mock.run(
      ['send', '--from', 'taro@live.com', '--to', hanako, '--text', 'x'],
      password,
    )
    expect(code).toBe(77)
    expect(stderr).toContain('535 5.7.3')
  })

  it.each([
    ['en', /mailbox is full/, /Deleted Items/],
    ['ja', /メールボックスがいっぱい/, /削除済みアイテム/],
  ])('says that a mailbox is full, and how to make room, in %s', async (lang, why, next) => {
    await using mock = await mockedCommand({ limits: { mailboxBytes: 1000 } })
    const args = ['send', '--from', hanako, '--to', hanako, '--text', 'x'.repeat(2000), '--lang', lang]
    const { code, stderr } = await mock.run(args, password)
    expect(code).toBe(1)
    const lines = stderr.split('\n')
    expect(lines.find((line) => line.startsWith('✗ '))).toMatch(why)
    expect(lines.find((line) => line.startsWith('→ '))).toMatch(next)
    expect(stderr).toContain('554 5.2.2 mailbox full')
  })
})

describe('a server that offers no way to sign in with a password', () => {
  it.each([
    ['en', /no longer takes passwords/, /so none is sent/],
    ['ja', /パスワードでのサインインは廃止されました/, /パスワードは送りません/],
  ])('gets none, and list says what is left to do, in %s: 77', async (lang, why, unsent) => {
    await using mock = await mockedCommand({ asOf: '2026-11-22' })
    const args = ['list', '--account', hanako, '--lang', lang]
    const { code, stderr } = await mock.run(args, password)
    expect(code).toBe(77)
    expect(stderr).toMatch(why)
    expect(stderr).toMatch(unsent)
    expect(stderr).toContain(`sparekey login ${hanako} --servers ${mock.servers}`)
    const { error } = JSON.parse((await mock.run([...args, '--json'], password)).stdout) as { error: object }
    expect(error).toMatchObject({ code: 'basic-auth-retired' })
    expect(error).not.toHaveProperty('reply')
  })
})

describe('a server that does not answer', () => {
  it.each([[['list', '--account', hanako]], [['send', '--from', hanako, '--to', hanako, '--text', 'x']]])(
    'ends %j, and the next steps name the address and the map, for people and programs',
    async (args) => {
      await using folder = await temporaryFolder()
      const nobody = '127.0.0.1:1'
      const connect = { 'imap-mail.outlook.com:993': nobody, 'smtp-mail.outlook.com:587': nobody }
      const servers = await folder.write('servers.json', { version: 1, asOf: '2021-05-01', connect })
      const all = [...args, '--password-stdin', '--servers', servers]
      const command = `sparekey settings ${hanako} --servers ${servers}`
      const told = await runMain(all, { stdin: 'secret\n' })
      expect(told.stderr).toMatch(new RegExp(`^→ .* ${command}$`, 'm'))
      const json = await runMain([...all, '--json'], { stdin: 'secret\n' })
      const step = { text: expect.any(String), command }
      expect(JSON.parse(json.stdout)).toMatchObject({ error: { nextSteps: expect.arrayContaining([step]) } })
    },
  )
})

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
