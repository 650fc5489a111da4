import { expect, test } from 'vitest'
import { startScripted } from '@sparekey/testkit/server'
import { tls, secret, capability, serve, open, literal, envelope } from '../../testing/imap-server.ts'

test('an IMAP mailbox is opened with one sign-in and left in order', async () => {
  await using server = await startScripted(serve(), { tls })
  const mailbox = await open(server)
  await mailbox.close()
  expect(server.heard.filter((line) => line.includes(secret))).toEqual([`A2 LOGIN "hanako@hotmail.com" "${secret}"`])
  expect(server.heard.at(-1)).toContain('LOGOUT')
})

test('an IMAP mailbox gives a secret with quotes and backslashes to LOGIN as it is', async () => {
  const CAPABILITY = (tag: string) => `* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`
  await using server = await startScripted(serve({ CAPABILITY }), { tls })
  const mailbox = await open(server, { secret: 'x "y" \\z' })
  await mailbox.close()
  expect(server.heard).toContainEqual(expect.stringMatching(/ LOGIN "?hanako@hotmail\.com"? "x \\"y\\" \\\\z"$/))
})

test.each([
  ['in its answer', (tag: string) => `${tag} OK [${capability}] done\r\n`, 1],
  ['before it', (tag: string) => `* ${capability}\r\n${tag} OK done\r\n`, 1],
  ['not at all', (tag: string) => `${tag} OK done\r\n`, 2],
])(
  'an IMAP mailbox is asked what it offers after the sign-in, unless the server says so: %s',
  async (_, LOGIN, times) => {
    await using server = await startScripted(serve({ LOGIN }), { tls })
    const mailbox = await open(server)
    await mailbox.close()
    expect(server.heard.filter((line) => line.endsWith('CAPABILITY'))).toHaveLength(times)
    expect(server.heard).toContainEqual(expect.stringMatching(/ NAMESPACE$/))
  },
)

test('an IMAP mailbox lists the newest messages first, and passes over news of others', async () => {
  const FETCH = (tag: string) =>
    `${envelope(1, 'of before')}${envelope(2, 'second')}* 1 FETCH (FLAGS (\\Deleted))\r\n${envelope(3, 'third')}${envelope(4, 'of after')}* 9 FETCH (UID 15 FLAGS ())\r\n${tag} OK done\r\n`
  await using server = await startScripted(serve({ FETCH }), { tls })
  await using mailbox = await open(server)
  const messages = await mailbox.list({ limit: 2 })
  expect(messages).toEqual([
    {
      uid: '9',
      messageId: null,
      from: 'Hanako <hanako@hotmail.com>',
      to: [],
      subject: 'third',
      date: '2021-05-01T03:00:00.000Z',
      size: 100,
      flags: ['\\Seen'],
    },
    expect.objectContaining({ uid: '8', subject: 'second' }),
  ])
  expect(server.heard.find((line) => line.includes('FETCH'))).toContain('FETCH 2:* ')
})

test('an IMAP mailbox lists nothing of an empty folder', async () => {
  const EXAMINE = (tag: string) => `* 0 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n${tag} OK done\r\n`
  await using server = await startScripted(serve({ EXAMINE }), { tls })
  await using mailbox = await open(server)
  expect(await mailbox.list()).toEqual([])
})

test('an IMAP mailbox gives a message byte for byte and does not mark it as read', async () => {
  const raw = 'Subject: x\r\n\r\n.\r\nbare\nlf \xff\x01'
  const FETCH = (tag: string) => Buffer.from(`* 1 FETCH (UID 7 BODY[] ${literal(raw)})\r\n${tag} OK done\r\n`, 'latin1')
  await using server = await startScripted(serve({ 'UID FETCH': FETCH }), { tls })
  await using mailbox = await open(server)
  expect((await mailbox.raw('7')).toString('latin1')).toBe(raw)
  expect((await mailbox.read('7')).headers).toEqual({ subject: 'x' })
  expect(server.heard.filter((line) => /FETCH|EXAMINE|SELECT/.test(line)).join()).not.toMatch(/SELECT|BODY\[\]/)
})

test.each(['7', '0', '1:*', 'x', '99999999999', '', '7 (BODY[])'])(
  'an IMAP mailbox does not have the message %j',
  async (uid) => {
    await using server = await startScripted(serve({ 'UID FETCH': (tag) => `${tag} OK done\r\n` }), { tls })
    await using mailbox = await open(server)
    await expect(mailbox.raw(uid)).rejects.toMatchObject({ code: 'message-missing' })
  },
)

test('a folder that is not there is told with those that are, without the secret', async () => {
  const LIST = (tag: string) =>
    `* LIST () "/" INBOX\r\n* LIST () "/" "${secret}"\r\n* LIST () "/" &MOkwyA-\r\n${tag} OK done\r\n`
  const EXAMINE = (tag: string) => `${tag} NO [NONEXISTENT] Nope doesn't exist.\r\n`
  await using server = await startScripted(serve({ LIST, EXAMINE }), { tls })
  await using mailbox = await open(server)
  const error = await mailbox.list({ folder: 'Nope' }).catch((error: unknown) => error)
  expect(error).toMatchObject({
    code: 'folder-missing',
    details: { folders: expect.arrayContaining(['INBOX', 'ラト']) },
  })
  expect(JSON.stringify(error)).not.toContain(secret)
})

test('an IMAP mailbox does not have a folder that is not there', async () => {
  const LIST = (tag: string) => `${tag} OK done\r\n`
  const EXAMINE = (tag: string) => `${tag} NO [NONEXISTENT] Nope doesn't exist.\r\n`
  await using server = await startScripted(serve({ LIST, EXAMINE }), { tls })
  await using mailbox = await open(server)
  for (const folder of ['Nope', 'No\r\npe', 'No\0pe']) {
    await expect(mailbox.list({ folder })).rejects.toMatchObject({ code: 'folder-missing', details: { folder } })
  }
})
