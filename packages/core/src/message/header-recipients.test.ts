import { describe, expect, test } from 'vitest'
import { composeMessage } from './compose.ts'
import { prepareEml } from './eml.ts'
import { withHeaderRecipients } from './header-recipients.ts'

const message = (header: string, ...to: string[]) => ({
  raw: Buffer.from(`${header}\r\nSubject: x\r\n\r\nhello\xff\r\n`, 'latin1'),
  envelope: { from: 'hanako@hotmail.com', to },
  messageId: null,
})
const header = async (...args: Parameters<typeof message>) => {
  const { raw } = message(...args)
  const made = await withHeaderRecipients(message(...args))
  if (made === undefined) return undefined
  expect(made.subarray(made.length - raw.length).equals(raw)).toBe(true)
  return made.toString('latin1', 0, made.length - raw.length)
}

describe('recipients in the header', () => {
  test('need nothing where To and Cc name them all, in whatever case and form', async () => {
    expect(
      await header('To: Taro <Taro@Example.com>\r\nCc: all: b@example.com;', 'taro@example.com', 'B@example.com'),
    ).toBe('')
  })

  test('who are blind get a Bcc field, folded', async () => {
    expect(await header('To: a@example.com', 'a@example.com', 'b@example.com', 'c@例え.jp')).toBe(
      Buffer.from('Bcc: b@example.com,\r\n c@例え.jp\r\n').toString('latin1'),
    )
  })

  test('and in the envelope are the same for messages of our own and for files', async () => {
    const draft = { from: 'h@hotmail.com', to: ['a@example.com'], bcc: ['b@example.com'], text: 'x', date: new Date(0) }
    const composed = await withHeaderRecipients(await composeMessage(draft))
    expect(composed!.toString()).toMatch(/^Bcc: b@example\.com\r\nFrom: /)
    const eml = Buffer.from('From: h@hotmail.com\nTo: a@example.com\nBcc: b@example.com\n\nx\n')
    const prepared = await withHeaderRecipients(await prepareEml(eml))
    expect(prepared!.toString()).toBe('Bcc: b@example.com\r\nFrom: h@hotmail.com\r\nTo: a@example.com\r\n\r\nx\r\n')
  })

  test('cannot leave out somebody whom the header names', async () => {
    expect(await header('To: a@example.com, c@example.com', 'a@example.com')).toBeUndefined()
    const resent = 'From: t@example.com\nTo: a@example.com\nResent-From: h@hotmail.com\nResent-To: b@example.com\n\nx\n'
    expect(await withHeaderRecipients(await prepareEml(Buffer.from(resent)))).toBeUndefined()
  })

  test.each([
    'b@example.com\r\nX-Evil: 1',
    'b@example.com, c@example.com',
    'no address',
    '<b@example.com>',
    '"b c"@example.com',
  ])('cannot be such as %j', async (address) => {
    expect(await header('To: a@example.com', 'a@example.com', address)).toBeUndefined()
  })
})
