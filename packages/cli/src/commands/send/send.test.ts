/** send as a person uses it, against the mock. */
import { describe, expect, it } from 'vitest'
import { hanako, mockedCommand, password } from '../../testing/mock.ts'

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
    ['en', /mailbox is full/, /Deleted items/],
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
