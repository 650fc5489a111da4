import {
  accessTokenFor,
  check,
  composeMessage,
  mappedNetwork,
  openMailbox,
  parseServerMap,
  sendMessage,
  settingsFor,
  type Protocol,
  type Resource,
  type StoredSignIn,
  type TokenVault,
} from '@sparekey/core'
import { startMicrosoft, type Microsoft } from '@sparekey/mock-servers'
import { describe, expect, it } from 'vitest'
import { mailScopes } from '../support/tokens.ts'

const hanako = 'hanako@hotmail.com'
const taro = 'taro@outlook.jp'

/** A newer personal mailbox: reading works, SMTP AUTH is off, and its owner has no switch for it. */
const world = {
  asOf: '2026-11-22',
  accounts: [
    { address: hanako, password: 'correct horse', protocols: { smtp: false } },
    { address: taro, password: 'battery staple' },
  ],
}

/** What Hanako's program has after she has signed in with Microsoft. */
async function signedIn(microsoft: Microsoft, scopes = [...mailScopes, 'https://graph.microsoft.com/Mail.Send']) {
  const network = mappedNetwork(parseServerMap(microsoft.servers))
  const { refreshToken } = await microsoft.oauth.issue(hanako, scopes)
  const clientId = microsoft.servers.clientId!
  let kept: StoredSignIn = { username: hanako, cloud: 'global', tenant: 'consumers', clientId, refreshToken }
  const vault: TokenVault = {
    read: async () => kept,
    write: async (_, signIn) => void (kept = signIn),
    withLock: (_, work) => work(),
  }
  const asked: Resource[] = []
  const tokenFor = async (resource: Resource) => {
    asked.push(resource)
    return (await accessTokenFor(vault, hanako, resource, network)).accessToken
  }
  const { servers } = await settingsFor(hanako, { network })
  const endpoint = (name: Protocol) => servers.find(({ protocol }) => protocol === name)!
  const send = async (change: { to?: string[]; bcc?: string[]; from?: string } = {}) => {
    const draft = {
      from: hanako,
      to: [taro],
      subject: 'SMTP is off',
      text: 'こんにちは',
      date: network.now(),
      ...change,
    }
    const token = await tokenFor('outlook')
    const message = await composeMessage(draft)
    return sendMessage({
      endpoint: endpoint('smtp'),
      username: hanako,
      token,
      network,
      message,
      accessTokenFor: tokenFor,
    })
  }
  return { network, asked, tokenFor, endpoint, send }
}

describe('a mailbox whose SMTP is off', () => {
  it('is read with one token, and sends by Graph with another from the same sign-in', async () => {
    await using microsoft = await startMicrosoft(world)
    const { network, asked, tokenFor, endpoint, send } = await signedIn(microsoft)

    const sent = await send({ bcc: [hanako, 'hidden@else.example'] })
    expect(sent).toMatchObject({ via: 'graph', accepted: [taro, hanako, 'hidden@else.example'], rejected: [] })
    expect(asked).toEqual(['outlook', 'graph'])
    expect(microsoft.signIns.map(({ protocol, reason }) => [protocol, reason])).toEqual([
      ['smtp', 'smtp-auth-off-mailbox'],
    ])

    const arrived = await microsoft.mail.waitFor(taro, { subject: 'SMTP is off' })
    expect(arrived.raw.toString()).not.toMatch(/hidden@|^bcc:/im)
    expect(microsoft.signIns).toHaveLength(1)

    await using mailbox = await openMailbox({
      endpoint: endpoint('imap'),
      username: hanako,
      token: await tokenFor('outlook'),
      network,
    })
    for (const folder of ['INBOX', 'Sent']) {
      const [message] = await mailbox.list({ folder })
      expect(message).toMatchObject({ subject: 'SMTP is off', to: [taro] })
      expect((await mailbox.read(message!.uid, { folder })).text?.trim()).toBe('こんにちは')
    }
  })

  it('is told of the missing permission where nobody consented to Graph, and nothing is sent', async () => {
    await using microsoft = await startMicrosoft(world)
    const { send } = await signedIn(microsoft, [...mailScopes])
    await expect(send()).rejects.toMatchObject({ code: 'consent-missing' })
    await expect(microsoft.mail.waitFor(taro, { subject: 'SMTP is off', timeoutMs: 0 })).rejects.toThrow()
  })

  it('cannot send in somebody else’s name by Graph either', async () => {
    await using microsoft = await startMicrosoft(world)
    const { send } = await signedIn(microsoft)
    await expect(send({ from: taro })).rejects.toMatchObject({ code: 'sender-not-allowed' })
  })

  it('is found out by check, which names the way round', async () => {
    await using microsoft = await startMicrosoft(world)
    const { network, tokenFor } = await signedIn(microsoft)
    const report = await check({ address: hanako, token: await tokenFor('outlook'), network })
    expect(report.protocols.map(({ protocol, finding }) => [protocol, finding.code])).toEqual([
      ['imap', 'ok'],
      ['pop3', 'ok'],
      ['smtp', 'smtp-auth-off-mailbox'],
    ])
  })
})

describe('from the address alone', () => {
  it.each([
    ['2026-11-22', 'basic-auth-retired', 'certain'],
    ['2021-05-01', 'ok', 'certain'],
  ])('check tells whether a password can help: in the world of %s', async (asOf, code, certainty) => {
    await using microsoft = await startMicrosoft({ ...world, asOf })
    const network = mappedNetwork(parseServerMap(microsoft.servers))
    const report = await check({ address: hanako, network })
    expect(report).toMatchObject({ credential: 'none', finding: { code, certainty, protocol: 'imap' } })
    expect(microsoft.signIns).toEqual([])
  })
})
