import { expect, test } from 'vitest'
import { startScripted, type Peer, type ScriptedServer } from '@sparekey/testkit/server'
import { tls, type Answers, serve, open } from '../../testing/imap-server.ts'

const token = 'EwB4A8l6BAAU'
const bearer = Buffer.from(`user=hanako@hotmail.com\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')
const signIns = ({ heard }: ScriptedServer) => heard.filter((line) => /AUTHENTICATE|LOGIN |^dXNlcj|^$/.test(line))
const offering = (words: string): Answers => ({
  CAPABILITY: (tag) => `* CAPABILITY IMAP4rev1 ${words}\r\n${tag} OK done\r\n`,
})

test('an access token over IMAP opens a mailbox, on the command line where the server takes it there', async () => {
  const AUTHENTICATE = (tag: string) => `${tag} OK AUTHENTICATE completed.\r\n`
  const answers = { ...offering('AUTH=PLAIN AUTH=XOAUTH2 SASL-IR'), AUTHENTICATE }
  await using server = await startScripted(serve(answers), { tls })
  const mailbox = await open(server, { token })
  await mailbox.close()
  expect(signIns(server)).toEqual([expect.stringMatching(/ AUTHENTICATE XOAUTH2 /)])
  expect(signIns(server)[0]).toContain(bearer)
})

test('an access token over IMAP opens a mailbox, when asked for where it does not', async () => {
  await using server = await startScripted(serve(offering('AUTH=XOAUTH2 LOGINDISABLED')), { tls })
  const mailbox = await open(server, { token })
  await mailbox.close()
  expect(signIns(server)).toEqual([expect.stringMatching(/ AUTHENTICATE XOAUTH2$/), bearer])
})

test.each([
  ['NO AUTHENTICATE failed.', 'token-refused'],
  ['NO User is authenticated but not connected.', 'mailbox-not-connected'],
])('an access token over IMAP that is refused by %j is quoted so, and shown only once', async (said, code) => {
  const AUTHENTICATE = (tag: string) => `${tag} ${said}\r\n`
  await using server = await startScripted(serve({ ...offering('AUTH=XOAUTH2 SASL-IR'), AUTHENTICATE }), { tls })
  const failed = open(server, { token })
  await expect(failed).rejects.toMatchObject({ code, details: { reply: expect.stringContaining(said.slice(3)) } })
  await expect(failed).rejects.not.toThrow(/EwB4|dXNlcj/)
  expect(signIns(server)).toHaveLength(1)
})

test('an access token over IMAP that is refused by a challenge, as other servers do, brings out the refusal', async () => {
  let tag = ''
  const refuse = (peer: Peer) =>
    serve({
      ...offering('AUTH=XOAUTH2 SASL-IR'),
      AUTHENTICATE: (given) => ((tag = given), '+ eyJzdGF0dXMiOiI0MDAifQ==\r\n'),
      secret: () => `${tag} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n`,
    })(peer)
  await using server = await startScripted(refuse, { tls })
  await expect(open(server, { token })).rejects.toMatchObject({
    code: 'token-refused',
    details: { reply: 'NO [AUTHENTICATIONFAILED] Invalid credentials' },
  })
  expect(signIns(server).at(-1)).toBe('')
})

test('an access token over IMAP never goes out as a password', async () => {
  await using server = await startScripted(serve(offering('AUTH=PLAIN AUTH=LOGIN SASL-IR')), { tls })
  await expect(open(server, { token })).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { notOffered: 'token', offered: ['PLAIN', 'LOGIN'] },
  })
  expect(signIns(server)).toEqual([])
})

test('an access token over IMAP that runs out in the session is told by the server', async () => {
  await using server = await startScripted(
    (peer) =>
      serve({
        EXAMINE: () => {
          peer.send('* BYE Session invalidated - AccessTokenExpired\r\n').end()
          return ''
        },
      })(peer),
    { tls },
  )
  await using mailbox = await open(server, { token })
  await expect(mailbox.list()).rejects.toMatchObject({
    code: 'token-expired',
    details: { reply: expect.stringContaining('AccessTokenExpired') },
  })
})
