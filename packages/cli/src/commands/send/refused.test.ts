/** What is told of a message that a server refuses: why, in the words of a check, for people and for programs. */
import { describe, expect, it } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { hanako } from '../../testing/mock.ts'
import { runMain } from '../../testing/run-main.ts'

const host = 'smtp-mail.outlook.com'
const certificate = await issueCertificate(host)

/** A submission server that says so to one command, and is content otherwise. */
const saying = (verb: RegExp, reply: string) => async (peer: Peer) => {
  await peer.play('S: 220 ready\nC: EHLO [127.0.0.1]\nS: 250-x\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nC: (TLS)')
  await peer.answer(
    [verb, `${reply}\r\n`],
    [/^EHLO/, '250-x\r\n250 AUTH PLAIN\r\n'],
    [/^AUTH/, '334 \r\n'],
    [/^AGhhbmFrb/, '235 welcome\r\n'],
    [/^DATA$/, '354 go\r\n'],
    [/^(?:MAIL|RCPT|RSET|\.$)/, '250 ok\r\n'],
    [/^/, ''],
  )
}

async function sent(verb: RegExp, reply: string, ...flags: string[]) {
  await using folder = await temporaryFolder()
  await using server = await startScripted(saying(verb, reply), { starttls: certificate })
  const connect = { [`${host}:587`]: `127.0.0.1:${server.port}` }
  const map = { version: 1, asOf: '2021-05-01', ca: certificate.ca, connect }
  const servers = await folder.write('servers.json', map)
  const args = ['send', '--from', hanako, '--to', 'nobody@example.com', '--text', 'x', '--password-stdin']
  return await runMain([...args, '--servers', servers, ...flags], { stdin: 'secret\n' })
}

const refusal = (code: string, certainty: string) => ({
  code,
  certainty,
  title: expect.any(String),
  explanation: expect.any(String),
  nextSteps: expect.any(Array),
})

describe('a recipient that is refused', () => {
  const reply = '550 5.4.1 Recipient address rejected: Access denied'

  it('has a finding for programs', async () => {
    const { code, stdout } = await sent(/^RCPT/, reply, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      accepted: [],
      rejections: [{ address: 'nobody@example.com', reply, finding: refusal('recipient-refused', 'certain') }],
    })
    expect(code).toBe(1)
  })

  it('is explained to people, with what to do', async () => {
    const { stdout } = await sent(/^RCPT/, reply)
    const { rejections } = JSON.parse((await sent(/^RCPT/, reply, '--json')).stdout) as {
      rejections: { finding: { title: string; nextSteps: { text: string }[] } }[]
    }
    const { title, nextSteps } = rejections[0]!.finding
    expect(stdout).toContain(title)
    expect(stdout).toContain(nextSteps[0]!.text.slice(0, 20))
  })

  it('for no known reason has none', async () => {
    const { stdout } = await sent(/^RCPT/, '550 5.7.1 no', '--json')
    const { rejections } = JSON.parse(stdout) as { rejections: object[] }
    expect(rejections).toEqual([{ address: 'nobody@example.com', reply: '550 5.7.1 no' }])
  })
})

describe('a message that is refused', () => {
  it.each([
    [/^MAIL/, '530 5.7.57 Client not authenticated to send mail.', 'not-authenticated', 'certain', 77],
    [/^\.$/, '554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException', 'sender-unverified', 'certain', 77],
    [/^\.$/, '451 4.9.9 not now', 'server-unavailable', 'possible', 75],
  ] as const)('by %s with %j has a finding for programs', async (verb, reply, code, certainty, exitCode) => {
    const told = await sent(verb, reply, '--json')
    expect(JSON.parse(told.stdout)).toMatchObject({
      ok: false,
      error: { code, reply, finding: refusal(code, certainty) },
    })
    expect(told.code).toBe(exitCode)
  })

  it('for no known reason has none', async () => {
    const { stdout } = await sent(/^\.$/, '554 5.2.0 no', '--json')
    const { error } = JSON.parse(stdout) as { error: object }
    expect(error).toMatchObject({ code: 'message-refused' })
    expect(error).not.toHaveProperty('finding')
  })
})
