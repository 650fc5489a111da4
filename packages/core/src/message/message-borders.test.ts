import { describe, expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { composeMessage } from './compose.ts'
import { prepareEml } from './eml.ts'
import { readMessage } from './read.ts'

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `a${index}@example.com`)
const tooMany = { code: 'bad-message', details: { problem: 'too-many-recipients' } }
const tooComplex = { code: 'bad-message', details: { problem: 'too-complex' } }

describe('a message to 500 recipients, and not to one more', () => {
  const draft = { from: 'hanako@hotmail.com', date: new Date('2021-05-01T09:00:00Z') }

  test.each(['to', 'cc', 'bcc'])('can be written with all of them in %s', async (field) => {
    expect((await composeMessage({ ...draft, [field]: addresses(500) })).envelope.to).toHaveLength(500)
    await expect(composeMessage({ ...draft, [field]: addresses(501) })).rejects.toMatchObject(tooMany)
  })

  test('can be given as a file, whoever names them', async () => {
    const eml = (count: number) => Buffer.from(`From: h@example.com\nTo: ${addresses(count).join(',\n ')}\n\nx\n`)
    expect((await prepareEml(eml(500))).envelope.to).toHaveLength(500)
    await expect(prepareEml(eml(501))).rejects.toMatchObject(tooMany)
    expect((await prepareEml(eml(1), { to: addresses(500) })).envelope.to).toHaveLength(500)
    await expect(prepareEml(eml(1), { to: addresses(501) })).rejects.toMatchObject(tooMany)
  })

  test('counts one who is named twice once', async () => {
    expect((await composeMessage({ ...draft, to: [...addresses(500), 'a0@example.com'] })).envelope.to).toHaveLength(
      500,
    )
  })
})

describe('a message to read', () => {
  test('may have 20,000 lines that could part it, and not one more', async () => {
    const raw = (lines: number) =>
      Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\nx${'\n--b\n'.repeat(lines)}`)
    expect(await failureOf(() => readMessage(raw(20_000)))).toBeUndefined()
    expect(await failureOf(() => readMessage(raw(20_001)))).toMatchObject(tooComplex)
  })

  test('may have any number of lines that only look like it', async () => {
    const lines = '\n-- a comment of SQL\n--b2\n--'.repeat(20_000)
    const { text } = await readMessage(
      Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx${lines}\n--b--\n`),
    )
    expect(text).toBe(`x${lines}`)
  })

  test('may have a header of a megabyte, and not of two', async () => {
    const raw = (length: number) => Buffer.from(`X: ${'y'.repeat(length)}\r\n\r\nbody`)
    expect(await failureOf(() => readMessage(raw(1_000_000)))).toBeUndefined()
    expect(await failureOf(() => readMessage(raw(2_097_152)))).toMatchObject(tooComplex)
  })
})

describe('nothing is fetched for a message', () => {
  test.each([
    ['a file', { path: '/etc/passwd' }],
    ['a page', { path: 'http://127.0.0.1:9/secret' }],
    ['a page behind href', { href: 'http://127.0.0.1:9/secret' }],
    ['raw octets of a file', { raw: { path: '/etc/passwd' } }],
  ])('not %s that an attachment names', async (_, more) => {
    const attachment = { filename: 'a.txt', content: Buffer.from('mine'), ...more }
    const { raw } = await composeMessage({
      from: 'hanako@hotmail.com',
      to: ['taro@example.com'],
      date: new Date('2021-05-01T09:00:00Z'),
      attachments: [attachment],
    })
    expect((await readMessage(raw)).attachments).toEqual([{ filename: 'a.txt', contentType: 'text/plain', size: 4 }])
  })

  test.each(['text', 'html'] as const)(
    'not for its %s, though it looks like a place to fetch it from',
    async (part) => {
      const { raw } = await composeMessage({
        from: 'hanako@hotmail.com',
        to: ['taro@example.com'],
        date: new Date('2021-05-01T09:00:00Z'),
        [part]: 'http://127.0.0.1:9/secret',
      })
      expect((await readMessage(raw))[part]?.trim()).toBe('http://127.0.0.1:9/secret')
    },
  )
})
