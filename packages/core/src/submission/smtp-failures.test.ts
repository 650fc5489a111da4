import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { ManualClock } from '@sparekey/testkit/clock'
import { silence } from '../testing/timers.ts'
import { secret, outcome, untilData } from '../testing/submission.ts'

test.each([
  ['passwords', '250-smtp.example\r\n250 AUTH XOAUTH2', ['XOAUTH2']],
  ['sign-ins', '250-smtp.example\r\n250 SIZE 1000', []],
])('a submission server gets no secret if it offers no %s', async (_, capabilities, offered) => {
  const { failed, heard } = await outcome((peer) => peer.send(`${capabilities}\r\n`))
  expect(failed).toMatchObject({ code: 'sign-in-refused', details: { notOffered: 'password', offered } })
  expect(failed).not.toHaveProperty('details.reply')
  expect(heard).toEqual(['EHLO [127.0.0.1]'])
})

test.each([
  ['454 4.7.0 Temporary authentication failure', 'server-unavailable'],
  [
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    'smtp-auth-off-tenant',
  ],
  ['421 4.7.0 too many connections', 'server-unavailable'],
  ['535 what is [hidden]', 'sign-in-refused'],
])('a submission server that fails by %j at the sign-in is quoted', async (reply, code) => {
  const { failed } = await outcome(async (peer) => {
    await peer.play('S: 250-smtp.example\nS: 250 AUTH PLAIN\nC: AUTH PLAIN\nS: 334 ')
    const response = await peer.line()
    peer.send(`${reply.replace('[hidden]', response)}\r\n`)
  })
  expect(failed).toMatchObject({ code, details: { reply } })
})

test.each([
  ['554 5.2.252 SendAsDenied; hanako@hotmail.com not allowed to send as taro@example.com', 'sender-not-allowed'],
  ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'sender-not-allowed'],
  ['554 5.2.0 spam', 'message-refused'],
  ['452 4.3.1 Insufficient system resources', 'server-unavailable'],
  ['432 4.3.2 Concurrent connections limit exceeded.', 'throttled'],
  ['554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'quota-exceeded'],
  ['554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException', 'sender-unverified'],
  ['550 5.1.8 Access denied, bad outbound sender', 'sender-restricted'],
  ['550 5.7.705 Access denied, tenant has exceeded threshold', 'tenant-restricted'],
  ['554 5.2.2 mailbox full', 'mailbox-full'],
  ['552 5.3.4 Message size exceeds fixed maximum message size', 'message-too-large'],
  ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'relay-refused'],
])('a submission server that fails by %j at the end of the message is quoted', async (reply, code) => {
  const { failed } = await outcome(async (peer) => {
    await untilData(peer)
    while ((await peer.line()) !== '.');
    peer.send(`${reply}\r\n`)
  })
  expect(failed).toMatchObject({ code, details: { reply } })
})

test.each([
  ['EHLO', `421 4.7.0 bye ${secret}`],
  ['AUTH', `421 4.7.0 bye ${secret}`],
  ['MAIL', `550 5.7.60 ${secret}`],
  ['MAIL', `${'X'.repeat(185)}${secret}`],
  ['RCPT', `550 5.1.1 ${secret}`],
  ['DATA', `554 ${secret}`],
  ['.', `451 ${secret}`],
  ['.', `250 ${secret}`],
  ['.', `${'X'.repeat(185)}${secret}`],
])(
  'a submission server that fails, and repeats the secret in answer to %s is quoted without it',
  async (verb, reply) => {
    const { failed, result } = await outcome(
      async (peer) => {
        const answer = (line: string, usual: string) => (line.startsWith(verb) ? reply : usual)
        peer.send(`${answer('EHLO', '250-smtp.example\r\n250 AUTH PLAIN')}\r\n`)
        await peer.answer(
          [/^AUTH/, (line) => `${answer(line, '334 ')}\r\n`],
          [/^AGhhbmFrb/, '235 welcome\r\n'],
          [/^DATA|^MAIL|^RCPT/, (line) => `${answer(line, line === 'DATA' ? '354 go' : '250 ok')}\r\n`],
          [/^\.$/, (line) => `${answer(line, '250 ok')}\r\n`],
          [/^/, ''],
        )
      },
      { raw: Buffer.from('Subject: x\r\n\r\nx\r\n') },
    )
    const told = inspect(failed ?? result, { depth: null })
    expect(told).toContain('[hidden]')
    expect(told).not.toContain('abc')
  },
)

test('a submission server that fails after the message leaves it open whether it was sent, and it is not sent again', async () => {
  const { failed, heard } = await outcome(async (peer) => {
    await untilData(peer)
    while ((await peer.line()) !== '.');
    peer.end()
  })
  expect(failed).toMatchObject({ code: 'connection-dropped', details: { delivery: 'unknown' } })
  expect(heard.filter((line) => line === 'DATA')).toHaveLength(1)
})

test.each([
  ['something else', 'xyz', { reply: 'xyz' }],
  ['half a yes', '2', { reply: '2' }],
  ['another invitation', '354 go on', { reply: '354 go on' }],
  ['lines without end', '250-more\r\n'.repeat(10_000), {}],
])(
  'a submission server that fails by answering the message with %s leaves it open as well',
  async (_, said, quoted) => {
    const { failed, heard } = await outcome(async (peer) => {
      await untilData(peer)
      while ((await peer.line()) !== '.');
      peer.send(`${said}\r\n`)
    })
    expect(failed).toMatchObject({ code: 'protocol-broken', details: { ...quoted, delivery: 'unknown' } })
    expect(heard.filter((line) => line === 'DATA')).toHaveLength(1)
  },
)

test.each(['MAIL', 'RCPT', 'DATA'])(
  'a submission server that fails by answering %s with something else is told from one that refuses',
  async (verb) => {
    const { failed } = await outcome(async (peer) => {
      await peer.play('S: 250-smtp.example\nS: 250 AUTH PLAIN')
      await peer.answer(
        [/^AUTH/, '334 \r\n'],
        [/^AGhhbmFrb/, '235 welcome\r\n'],
        [new RegExp(`^${verb}`), 'xyz foo\r\n'],
        [/^MAIL|^RCPT/, '250 ok\r\n'],
      )
    })
    expect(failed).toMatchObject({
      code: 'protocol-broken',
      message: 'The server did not answer as SMTP does.',
      details: { reply: 'xyz foo' },
    })
  },
)

test('a submission server that fails by silence after the message leaves it open as well', async () => {
  const clock = new ManualClock()
  const { failed } = await outcome(
    async (peer) => {
      await untilData(peer)
      while ((await peer.line()) !== '.');
      await silence(peer, clock)
    },
    { clock },
  )
  expect(failed).toMatchObject({ code: 'connection-timeout', details: { delivery: 'unknown' } })
})

test('a submission server that fails before the message does not leave it open', async () => {
  const { failed } = await outcome((peer) => peer.end())
  expect(failed).toMatchObject({ code: 'connection-dropped', details: {} })
})

test('a submission server that fails by talking without end, or out of turn, is left', async () => {
  expect(await outcome((peer) => peer.send('250-more\r\n'.repeat(50_000)))).toMatchObject({
    failed: { code: 'not-a-mail-server' },
  })
  expect(await outcome((peer) => peer.send('250-smtp.example\r\n250 AUTH PLAIN\r\n250 what\r\n'))).toMatchObject({
    failed: { code: 'protocol-broken' },
  })
})

test('a submission server that does not answer is left when the caller gives up', async () => {
  const controller = new AbortController()
  const { failed } = await outcome(() => controller.abort(), { signal: controller.signal })
  expect(failed).toMatchObject({ code: 'aborted' })
})

test.each([
  ['550 5.4.1 Recipient address rejected: Access denied', { code: 'recipient-refused', certainty: 'certain' }],
  ['550 5.1.1 no', { code: 'recipient-refused', certainty: 'likely' }],
  ['451 4.7.500 Server busy. Please try again later', { code: 'throttled', certainty: 'certain' }],
  ['450 4.9.9 not now', { code: 'server-unavailable', certainty: 'possible' }],
  ['550 5.7.1 no', undefined],
])('a submission server that fails a recipient by %j tells why, or does not', async (reply, finding) => {
  const { result } = await outcome(async (peer) => {
    await peer.play('S: 250-smtp.example\nS: 250 AUTH PLAIN')
    await peer.answer(
      [/^AUTH/, '334 \r\n'],
      [/^AGhhbmFrb/, '235 welcome\r\n'],
      [/^MAIL/, '250 ok\r\n'],
      [/^RCPT/, `${reply}\r\n`],
      [/^(?:RSET|QUIT)/, '250 ok\r\n'],
    )
  })
  expect(result).toMatchObject({ accepted: [], rejected: [{ address: 'taro@example.com', reply }] })
  expect(result!.rejected[0]!.finding).toEqual(finding)
})
