import { startMicrosoft, type Microsoft } from '@sparekey/mock-servers'
import { describe, expect, it } from 'vitest'
import { Client } from '@sparekey/testkit/client'
import { ControlApi } from './support/control-api.ts'
import { signIn } from './support/sign-in.ts'
import { tokenFor } from './support/tokens.ts'

/**
 * One mock whose clock walks through all the periods of Microsoft's rules: what each credential opens over real sockets, and
 * what the servers say of themselves before anybody signs in.
 */
const password = 'correct horse'
const accounts = [
  { address: 'plain@hotmail.com', password },
  { address: 'two-step@hotmail.com', password, twoStep: true },
  { address: 'plain@contoso.example', password },
  { address: 'two-step@contoso.example', password, twoStep: true },
]

type Credential = 'password' | 'app password' | 'token'
const credentials = ['password', 'app password', 'token'] as const
const domains = ['hotmail.com', 'contoso.example'] as const
const doors = ['pop3', 'imap', 'smtp'] as const

const accepted = /^(\+OK User successfully|A1 OK |235 2\.7\.0 )/

/** Prepares every credential once and tells which doors one opens now, by their first letters. */
async function visitor(microsoft: Microsoft) {
  const appPasswords = new Map(
    domains.map((domain) => {
      const address = `two-step@${domain}`
      return [domain, microsoft.accounts.get(address).createAppPassword('test').password]
    }),
  )
  async function opens(domain: (typeof domains)[number], credential: Credential): Promise<string> {
    const username = credential === 'password' ? `plain@${domain}` : `two-step@${domain}`
    const proof =
      credential === 'token'
        ? { token: (await tokenFor(microsoft, username)).accessToken }
        : { secret: credential === 'password' ? password : appPasswords.get(domain)! }
    const opened = await Promise.all(
      doors.map(async (door) => {
        const { wire, reply } = await signIn[door](microsoft, { username, ...proof })
        await wire[Symbol.asyncDispose]()
        return accepted.test(reply) ? door[0] : ''
      }),
    )
    return opened.join('')
  }
  return async () => {
    const row: string[] = []
    for (const domain of domains) for (const credential of credentials) row.push(await opens(domain, credential))
    return row
  }
}

/** Whether IMAP says LOGINDISABLED before anybody signs in. */
async function loginDisabled(microsoft: Microsoft): Promise<boolean> {
  const tls = { ca: microsoft.ca, servername: 'imap-mail.outlook.com' }
  await using client = await Client.connect(microsoft.imap.port, { tls })
  await client.line()
  const [capabilities] = await client.ask('A1 CAPABILITY', (line) => line.startsWith('A1 '))
  return capabilities!.includes(' LOGINDISABLED ')
}

/** From when, what opens which door (p, i, s), and whether IMAP says so itself. */
const periods = [
  // from, personal: password, app password, token; work: password, app password, token
  ['2021-05-01', ['pis', 'pis', 'pis', 'pis', 'pis', 'pis'], false],
  ['2022-10-01', ['pis', 'pis', 'pis', 's', 's', 'pis'], false],
  ['2024-09-16', ['', '', 'pis', 's', 's', 'pis'], false],
  ['2026-08-25', ['', '', 'pis', 's', 's', 'pis'], true],
  ['2027-01-01', ['', '', 'pis', '', '', 'pis'], true],
] as const

describe('the calendar, over the wire', () => {
  it('turns with the clock, forwards and back', async () => {
    await using microsoft = await startMicrosoft({ accounts })
    const visit = await visitor(microsoft)
    for (const [from, expected, disabled] of [...periods, ...periods.slice(0, -1).toReversed()]) {
      microsoft.clock.set(from)
      expect([from, await visit(), await loginDisabled(microsoft)]).toEqual([from, expected, disabled])
    }
  })

  it.each(periods)('is the same in a mock that starts at %s', async (asOf, expected, disabled) => {
    await using microsoft = await startMicrosoft({ asOf, accounts })
    const visit = await visitor(microsoft)
    expect([await visit(), await loginDisabled(microsoft)]).toEqual([expected, disabled])
  })

  it('lets an administrator bring SMTP AUTH back in 2027, but not in a new tenant', async () => {
    await using microsoft = await startMicrosoft({ asOf: '2026-12-31T23:59:00Z', accounts })
    const api = new ControlApi(microsoft.servers.api)
    const send = async () => {
      const { wire, reply } = await signIn.smtp(microsoft, { username: 'plain@contoso.example', secret: password })
      await wire[Symbol.asyncDispose]()
      return reply.slice(0, 10)
    }
    expect(await send()).toBe('235 2.7.0 ')
    await api.send('PUT', '/clock', { now: '2027-01-01T00:00:00Z' })
    expect(await send()).toBe('550 5.7.30')
    await api.send('PUT', '/tenants/contoso.example', { smtpAuth: true })
    expect(await send()).toBe('235 2.7.0 ')
    await api.send('PUT', '/tenants/contoso.example', { smtpAuth: true, createdAt: '2027-01-01' })
    expect(await send()).toBe('550 5.7.30')
  })
})

describe('a session that came in with a token', () => {
  it('is ended in IDLE when the clock passes the token’s end, and the next token lets it in again', async () => {
    await using microsoft = await startMicrosoft({ asOf: '2026-11-22', accounts })
    const username = 'plain@hotmail.com'
    const { accessToken: token } = await tokenFor(microsoft, username)
    const { wire } = await signIn.imap(microsoft, { username, token })
    await using idling = wire
    await idling.ask('A2 SELECT Inbox', (line) => line.startsWith('A2 '))
    await idling.play(`
      C: A3 IDLE
      S: + IDLE accepted, awaiting DONE command.
    `)
    microsoft.clock.advance(3_600_000)
    await idling.play('S: * BYE Session invalidated - AccessTokenExpired')

    const late = await signIn.imap(microsoft, { username, token })
    await late.wire[Symbol.asyncDispose]()
    expect(late.reply).toBe('A1 NO AUTHENTICATE failed.')
    const fresh = await tokenFor(microsoft, username)
    const again = await signIn.imap(microsoft, { username, token: fresh.accessToken })
    await again.wire[Symbol.asyncDispose]()
    expect(again.reply).toBe('A1 OK AUTHENTICATE completed.')
    expect(microsoft.signIns.map(({ reason }) => reason)).toEqual(['token', 'token-expired', 'token'])
  })
})
