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

describe('a large message', () => {
  const attached = (encoding: string, body: string) =>
    Buffer.from(
      `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello.\n--b\nContent-Type: application/zip\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--b--\n`,
    )

  test.each([
    ['base64', `${'QUJD'.repeat(19)}\n`, 57],
    ['quoted-printable', `${'=41'.repeat(25)}=\n`, 25],
    ['x-uuencode', `M${'86)C'.repeat(15)}\n`, 45],
    ['8bit', 'x'.repeat(76), 76],
  ])('is not copied to tell the size of its attachment in %s', async (encoding, line, octets) => {
    const lines = 50_000
    const raw = attached(encoding, line.repeat(lines).trimEnd())
    await readMessage(raw.subarray(0, 100))
    const before = process.memoryUsage().arrayBuffers
    const { text, attachments } = await readMessage(raw)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024)
    expect({ text, size: attachments[0]!.size }).toEqual({ text: 'Hello.', size: octets * lines })
  })

  test('of text alone is listed like a file from 8 MiB on', async () => {
    const most = 8 * 1024 * 1024
    const raw = (octets: number) => Buffer.concat([Buffer.from('Subject: x\n\n'), Buffer.alloc(octets, 'x')])
    expect((await readMessage(raw(most))).text).toHaveLength(most)
    expect(await readMessage(raw(most + 1))).toMatchObject({
      text: null,
      attachments: [{ filename: null, contentType: 'text/plain', size: most + 1 }],
    })
  })

  test('with 80,000 fields of one name is read as fast as it is long', async () => {
    const { headers } = await readMessage(Buffer.from(`${'X: y\r\n'.repeat(80_000)}\r\nx`))
    expect(headers['x']).toHaveLength(80_000)
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
