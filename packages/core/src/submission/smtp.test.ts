import { expect, test } from 'vitest'
import { prepareEml } from '../message/eml.ts'
import { submit } from './smtp.ts'
import { endpoint, raw, submission, startServer, outcome } from '../testing/submission.ts'

test('submitting a message hands it over byte for byte, after TLS and a sign-in', async () => {
  await using server = await startServer()
  expect(await submit(submission(server.port))).toEqual({
    accepted: ['taro@example.com'],
    rejected: [],
    reply: '250 queued as 1',
  })
  expect(server.received).toEqual([{ from: 'hanako@hotmail.com', to: ['taro@example.com'], raw, secure: true }])
})

test('submitting a message works with TLS from the first byte, and with LOGIN as Microsoft offers it', async () => {
  await using server = await startServer({ secure: true, authMethods: ['LOGIN', 'XOAUTH2'] })
  await submit(submission(server.port, { endpoint: { ...endpoint, security: 'tls' } }))
  expect(server.attempts).toEqual(['LOGIN hanako@hotmail.com'])
  expect(server.received).toHaveLength(1)
})

test('submitting a message sends a file’s message to its blind recipients and keeps them to itself', async () => {
  await using server = await startServer()
  const eml = await prepareEml(Buffer.from('From: hanako@hotmail.com\nTo: a@example.com\nBcc: b@example.com\n\n.\n'))
  await submit(submission(server.port, eml))
  expect(server.received[0]).toMatchObject({
    to: ['a@example.com', 'b@example.com'],
    raw: Buffer.from('From: hanako@hotmail.com\r\nTo: a@example.com\r\n\r\n.\r\n'),
  })
})

test('submitting a message tells which recipients were taken and which were not', async () => {
  await using server = await startServer()
  const envelope = { from: 'hanako@hotmail.com', to: ['taro@example.com', 'nobody@example.com'] }
  expect(await submit(submission(server.port, { envelope }))).toEqual({
    accepted: ['taro@example.com'],
    rejected: [
      {
        address: 'nobody@example.com',
        reply: '550 5.1.1 unknown',
        finding: { code: 'recipient-refused', certainty: 'likely' },
      },
    ],
    reply: '250 queued as 1',
  })
})

test('submitting a message tells if nobody is left, and sends nothing', async () => {
  await using server = await startServer()
  const envelope = { from: 'hanako@hotmail.com', to: ['nobody@example.com'] }
  expect(await submit(submission(server.port, { envelope }))).toMatchObject({
    accepted: [],
    rejected: [{ address: 'nobody@example.com' }],
  })
  expect(server.received).toEqual([])
})

test('submitting a message tries to sign in once, and gives the server’s words when it is refused', async () => {
  await using server = await startServer()
  await expect(submit(submission(server.port, { secret: 'wrong' }))).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { reply: '535 5.7.3 Authentication unsuccessful [TYAPR01CA0001.jpnprd01.prod.outlook.com]' },
  })
  expect(server.attempts).toHaveLength(1)
})

test('submitting a message does not send a message that is larger than the server takes', async () => {
  await using server = await startServer({ size: 10 })
  await expect(submit(submission(server.port))).rejects.toMatchObject({ code: 'message-too-large' })
})

test.each(['a\r\nMAIL FROM:<>', 'a\0b'])('submitting sends no secret such as %j', async (secret) => {
  await using server = await startServer()
  await expect(submit(submission(server.port, { secret }))).rejects.toMatchObject({ code: 'bad-secret' })
  expect(server.attempts).toEqual([])
})

test.each(['a@example.com>\r\nRCPT TO:<b@example.com', ''])(
  'submitting takes no recipient such as %j',
  async (address) => {
    await using server = await startServer()
    const envelope = { from: 'hanako@hotmail.com', to: [address] }
    await expect(submit(submission(server.port, { envelope }))).rejects.toMatchObject({ code: 'bad-address' })
  },
)

const token = 'EwB4A8l6BAAU'
const bearer = Buffer.from(`user=hanako@hotmail.com\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')

test('an access token over SMTP signs in with the command, and sends', async () => {
  const shown: unknown[] = []
  await using server = await startServer({
    authMethods: ['LOGIN', 'XOAUTH2'],
    onAuth({ method, username, accessToken }, _session, callback) {
      shown.push([method, username, accessToken])
      callback(null, { user: username })
    },
  })
  expect(await submit(submission(server.port, { token }))).toMatchObject({ accepted: ['taro@example.com'] })
  expect(shown).toEqual([['XOAUTH2', 'hanako@hotmail.com', token]])
})

test('an access token over SMTP is shown once; a challenge is answered by an empty line, which brings out the refusal', async () => {
  const { failed, heard } = await outcome(
    (peer) =>
      peer.play(`
        S: 250-smtp.example
        S: 250 AUTH LOGIN XOAUTH2
        C: AUTH XOAUTH2 ${bearer}
        S: 334 eyJzdGF0dXMiOiI0MDAifQ==
        C: 
        S: 535 5.7.8 no
      `),
    { token },
  )
  expect(failed).toMatchObject({ code: 'sign-in-refused', details: { reply: '535 5.7.8 no' } })
  expect(heard.filter((line) => line.includes(bearer))).toHaveLength(1)
  expect(String(failed) + JSON.stringify(failed)).not.toMatch(/EwB4|dXNlcj/)
})

test('an access token over SMTP never goes out as a password', async () => {
  const { failed, heard } = await outcome((peer) => peer.play('S: 250-x\nS: 250 AUTH LOGIN PLAIN'), { token })
  expect(failed).toMatchObject({
    code: 'sign-in-refused',
    details: { notOffered: 'token', offered: ['LOGIN', 'PLAIN'] },
  })
  expect(heard).toEqual(['EHLO [127.0.0.1]'])
})
