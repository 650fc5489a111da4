import { check, mappedNetwork, parseServerMap, type CheckOptions, type FindingCode } from '@sparekey/core'
import { startMicrosoft, type Microsoft, type MicrosoftOptions } from '@sparekey/mock-servers'
import { describe, expect, it } from 'vitest'
import { signIn, type Credential } from './support/sign-in.ts'
import { mailScopes, tokenFor, type IssuedToken } from './support/tokens.ts'

/**
 * Every reason for a refusal, at every door: the rule the mock went by, the words it said, and what the client, which knows
 * neither, makes of them. The mock and the client share no strings; they meet here, on the wire, for the first time.
 */
const protocols = ['pop3', 'imap', 'smtp'] as const
type Door = (typeof protocols)[number]

const personal = { address: 'hanako@hotmail.com', password: 'correct horse' } as const
const work = { address: 'taro@contoso.example', password: 'correct horse', kind: 'work' } as const

const logon = '-ERR Logon failure: unknown user name or bad password.'
const login = 'A1 NO LOGIN failed.'
const smtp573 = /^535 5\.7\.3 Authentication unsuccessful \[[A-Za-z0-9.]+\]$/
const smtpBasic = /^535 5\.7\.139 Authentication unsuccessful, basic authentication is disabled\. \[/

type Row = {
  reason: string
  /** What tells this row from another one with the same reason. */
  when?: string
  options: MicrosoftOptions
  /** Prepares the account and returns the secret to sign in with. */
  secret: (microsoft: Microsoft) => string | Promise<string>
  username?: string
  replies: Partial<Record<Door, string | RegExp>>
  findings: Partial<Record<Door, FindingCode>>
  /** The finding for all three doors together. */
  finding: FindingCode
}

const appPassword = (microsoft: Microsoft) => {
  const account = microsoft.accounts.get(personal.address)!
  account.twoStep = true
  return account.createAppPassword('test').password
}

const rows: Row[] = [
  {
    reason: 'wrong-password',
    options: { accounts: [personal] },
    secret: () => 'wrong horse',
    replies: { pop3: logon, imap: login, smtp: smtp573 },
    findings: { pop3: 'app-password-needed', imap: 'app-password-needed', smtp: 'app-password-needed' },
    finding: 'app-password-needed',
  },
  {
    reason: 'wrong-password',
    when: 'the secret looks like an app password',
    options: { accounts: [{ ...personal, twoStep: true }] },
    secret: () => 'abcdefghijklmnop',
    replies: { pop3: logon, imap: login, smtp: smtp573 },
    findings: { pop3: 'app-password-wrong', imap: 'app-password-wrong', smtp: 'app-password-wrong' },
    finding: 'app-password-wrong',
  },
  {
    reason: 'unknown-account',
    options: { accounts: [personal] },
    username: 'nobody@hotmail.com',
    secret: () => personal.password,
    replies: { pop3: logon, imap: login, smtp: smtp573 },
    findings: { pop3: 'app-password-needed', imap: 'app-password-needed', smtp: 'app-password-needed' },
    finding: 'app-password-needed',
  },
  {
    reason: 'app-password-needed',
    options: { accounts: [{ ...personal, twoStep: true }] },
    secret: () => personal.password,
    replies: { pop3: logon, imap: login, smtp: smtp573 },
    findings: { pop3: 'app-password-needed', imap: 'app-password-needed', smtp: 'app-password-needed' },
    finding: 'app-password-needed',
  },
  {
    reason: 'app-password-removed',
    options: { accounts: [personal] },
    secret: (microsoft) => {
      const secret = appPassword(microsoft)
      microsoft.accounts.get(personal.address)!.removeAppPasswords()
      return secret
    },
    replies: { pop3: logon, imap: login, smtp: smtp573 },
    findings: { pop3: 'app-password-wrong', imap: 'app-password-wrong', smtp: 'app-password-wrong' },
    finding: 'app-password-wrong',
  },
  {
    reason: 'app-password-while-two-step-off',
    options: { accounts: [personal] },
    secret: (microsoft) => {
      const secret = appPassword(microsoft)
      microsoft.accounts.get(personal.address)!.twoStep = false
      return secret
    },
    replies: { pop3: logon, imap: login, smtp: smtp573 },
    findings: { pop3: 'app-password-wrong', imap: 'app-password-wrong', smtp: 'app-password-wrong' },
    finding: 'app-password-wrong',
  },
  {
    reason: 'account-blocked',
    options: { accounts: [{ ...personal, standing: 'blocked' }] },
    secret: () => personal.password,
    replies: {
      pop3: logon,
      imap: 'A1 NO LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.',
      smtp: smtp573,
    },
    findings: { imap: 'account-blocked' },
    finding: 'account-blocked',
  },
  {
    reason: 'protocol-off',
    options: { accounts: [{ ...personal, protocols: { pop3: false } }] },
    secret: () => personal.password,
    replies: { pop3: logon, imap: 'A1 OK LOGIN completed.', smtp: '235 2.7.0 Authentication successful' },
    findings: { pop3: 'protocol-off', imap: 'ok', smtp: 'ok' },
    finding: 'protocol-off',
  },
  {
    reason: 'protocol-off',
    when: 'IMAP says yes, and then refuses every command',
    options: { accounts: [{ ...personal, protocols: { imap: false } }] },
    secret: () => personal.password,
    replies: { imap: 'A1 OK LOGIN completed.' },
    findings: { pop3: 'ok', imap: 'mailbox-not-connected', smtp: 'ok' },
    finding: 'mailbox-not-connected',
  },
  {
    reason: 'basic-auth-refused',
    when: 'a personal account, from 2024-09-16',
    options: { asOf: '2025-06-01', accounts: [personal] },
    secret: () => personal.password,
    replies: { pop3: logon, imap: login, smtp: smtpBasic },
    findings: { pop3: 'basic-auth-retired', imap: 'basic-auth-retired', smtp: 'basic-auth-retired' },
    finding: 'basic-auth-retired',
  },
  {
    reason: 'basic-auth-refused',
    when: 'an app password does not help',
    options: { asOf: '2025-06-01', accounts: [personal] },
    secret: appPassword,
    replies: { pop3: logon, imap: login, smtp: smtpBasic },
    findings: { pop3: 'basic-auth-retired', imap: 'basic-auth-retired', smtp: 'basic-auth-retired' },
    finding: 'basic-auth-retired',
  },
  {
    reason: 'basic-auth-refused',
    when: 'a work account, from 2022-10-01, which may still send',
    options: { asOf: '2023-06-01', accounts: [work] },
    secret: () => work.password,
    username: work.address,
    replies: { pop3: logon, imap: login, smtp: '235 2.7.0 Authentication successful' },
    findings: { pop3: 'basic-auth-retired', imap: 'basic-auth-retired', smtp: 'ok' },
    finding: 'basic-auth-retired',
  },
  {
    reason: 'basic-auth-disabled',
    options: { asOf: '2026-10-01', accounts: [personal] },
    secret: () => personal.password,
    replies: {
      pop3: '-ERR Basic authentication is disabled',
      imap: 'A1 NO Basic authentication is disabled.',
      smtp: smtpBasic,
    },
    findings: { pop3: 'basic-auth-retired', imap: 'basic-auth-retired', smtp: 'basic-auth-retired' },
    finding: 'basic-auth-retired',
  },
  {
    reason: 'smtp-auth-off-mailbox',
    options: { accounts: [{ ...personal, protocols: { smtp: false } }] },
    secret: () => personal.password,
    replies: {
      smtp: smtpAuthOff('Mailbox'),
    },
    findings: { pop3: 'ok', imap: 'ok', smtp: 'smtp-auth-off-mailbox' },
    finding: 'smtp-auth-off-mailbox',
  },
  {
    reason: 'smtp-auth-off-tenant',
    options: { accounts: [work], tenants: [{ domain: 'contoso.example', smtpAuth: false }] },
    secret: () => work.password,
    username: work.address,
    replies: {
      smtp: smtpAuthOff('Tenant'),
    },
    findings: { pop3: 'ok', imap: 'ok', smtp: 'smtp-auth-off-tenant' },
    finding: 'smtp-auth-off-tenant',
  },
  {
    reason: 'client-submission-retired',
    options: { asOf: '2027-02-01', accounts: [work] },
    secret: () => work.password,
    username: work.address,
    replies: { smtp: /^550 5\.7\.30 Basic authentication is not supported for Client Submission\./ },
    findings: { smtp: 'basic-auth-retired' },
    finding: 'basic-auth-retired',
  },
  {
    reason: 'security-defaults',
    options: { accounts: [work], tenants: [{ domain: 'contoso.example', securityDefaults: true }] },
    secret: () => work.password,
    username: work.address,
    replies: {
      smtp: /^535 5\.7\.139 Authentication unsuccessful, user is locked by your organization's security defaults policy\. Contact your administrator\. \[/,
    },
    findings: { smtp: 'security-defaults' },
    finding: 'security-defaults',
  },
  {
    reason: 'conditional-access',
    options: { accounts: [work], tenants: [{ domain: 'contoso.example', conditionalAccess: true }] },
    secret: () => work.password,
    username: work.address,
    replies: {
      smtp: /^535 5\.7\.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully\. Contact your administrator\. \[/,
    },
    findings: { smtp: 'policy-blocked' },
    finding: 'policy-blocked',
  },
]

type TokenRow = Omit<Row, 'options' | 'secret'> & {
  /** Where it is not the personal account, on 2026-10-01. */
  options?: MicrosoftOptions
  /** Prepares the account and returns the token to sign in with, and what the client was told of it. */
  token: (microsoft: Microsoft) => { accessToken: string } | Promise<IssuedToken>
}

const authentication = '-ERR Authentication failure: unknown user name or bad password.'
const authenticate = 'A1 NO AUTHENTICATE failed.'
const notConnected = 'A1 NO User is authenticated but not connected.'
/** Behind it, since 2023, the time and the session. */
const smtp573Now = /^535 5\.7\.3 Authentication unsuccessful \[[A-Za-z0-9.]+ 20\d\d-\S+Z [0-9A-F]{16}\]$/
const badToken = { pop3: authentication, imap: authenticate, smtp: smtp573Now } as const
const badTokenFound = { pop3: 'token-refused', imap: 'token-refused', smtp: 'token-refused' } as const
const goodTokenFound = { pop3: 'ok', imap: 'ok', smtp: 'ok' } as const
const goodToken = {
  pop3: '+OK User successfully authenticated.',
  imap: 'A1 OK AUTHENTICATE completed.',
  smtp: '235 2.7.0 Authentication successful',
} as const

const other = { address: 'taro@hotmail.com', password: 'battery staple' } as const
const ownToken = (microsoft: Microsoft) => tokenFor(microsoft, personal.address)
const othersToken = (microsoft: Microsoft) => tokenFor(microsoft, other.address)

const tokenRows: TokenRow[] = [
  { reason: 'token', token: ownToken, replies: goodToken, findings: goodTokenFound, finding: 'ok' },
  {
    reason: 'token',
    when: 'in 2021',
    options: { asOf: '2021-05-01' },
    token: ownToken,
    replies: goodToken,
    findings: goodTokenFound,
    finding: 'ok',
  },
  {
    reason: 'token',
    when: 'two-step verification makes no difference',
    options: { accounts: [{ ...personal, twoStep: true }] },
    token: ownToken,
    replies: goodToken,
    findings: goodTokenFound,
    finding: 'ok',
  },
  {
    reason: 'token-refused',
    when: 'never issued',
    token: () => ({ accessToken: 'EwBAAl3BAAUFFpUA' }),
    replies: badToken,
    findings: badTokenFound,
    finding: 'token-refused',
  },
  {
    reason: 'token-refused',
    when: 'cut in half',
    token: async (microsoft) => {
      const token = await ownToken(microsoft)
      return { ...token, accessToken: token.accessToken.slice(0, token.accessToken.length / 2) }
    },
    replies: badToken,
    findings: badTokenFound,
    finding: 'token-refused',
  },
  {
    reason: 'token-refused',
    when: 'revoked by a new password',
    token: async (microsoft) => {
      const token = await ownToken(microsoft)
      microsoft.accounts.get(personal.address).password = 'another horse'
      return token
    },
    replies: badToken,
    findings: badTokenFound,
    finding: 'token-refused',
  },
  {
    reason: 'token-expired',
    token: async (microsoft) => {
      const token = await tokenFor(microsoft, personal.address, { expiresIn: 60 })
      microsoft.clock.advance(60_000)
      return token
    },
    replies: badToken,
    findings: { pop3: 'token-expired', imap: 'token-expired', smtp: 'token-expired' },
    finding: 'token-expired',
  },
  {
    reason: 'token-expired',
    when: 'the clock was set to before it was issued',
    token: async (microsoft) => {
      const token = await ownToken(microsoft)
      microsoft.clock.advance(-86_400_000)
      return token
    },
    replies: badToken,
    findings: badTokenFound,
    finding: 'token-refused',
  },
  {
    reason: 'token-wrong-audience',
    token: (microsoft) => tokenFor(microsoft, personal.address, { scopes: ['https://graph.microsoft.com/Mail.Send'] }),
    replies: badToken,
    findings: badTokenFound,
    finding: 'token-refused',
  },
  {
    reason: 'token-missing-scope',
    when: 'for IMAP only',
    token: (microsoft) => tokenFor(microsoft, personal.address, { scopes: [mailScopes[0]!] }),
    replies: { ...badToken, imap: goodToken.imap },
    findings: { ...badTokenFound, imap: 'ok' },
    finding: 'token-refused',
  },
  {
    reason: 'token-missing-scope',
    when: 'for POP and SMTP only',
    token: (microsoft) => tokenFor(microsoft, personal.address, { scopes: mailScopes.slice(1) }),
    replies: { ...goodToken, imap: badToken.imap },
    findings: { ...goodTokenFound, imap: 'token-refused' },
    finding: 'token-refused',
  },
  {
    reason: 'token-wrong-account',
    options: { accounts: [personal, other] },
    token: othersToken,
    replies: { ...badToken, imap: notConnected },
    findings: { pop3: 'token-wrong-account', imap: 'token-wrong-account', smtp: 'token-wrong-account' },
    finding: 'token-wrong-account',
  },
  {
    reason: 'token-wrong-account',
    when: 'IMAP let it in, and then refused every command',
    options: { asOf: '2025-06-01', accounts: [personal, other] },
    token: othersToken,
    replies: { ...badToken, imap: goodToken.imap },
    findings: { pop3: 'token-wrong-account', imap: 'token-wrong-account', smtp: 'token-wrong-account' },
    finding: 'token-wrong-account',
  },
  {
    reason: 'token-alias',
    when: 'SMTP alone minds',
    options: { accounts: [{ ...personal, aliases: ['hana@outlook.jp'] }] },
    username: 'hana@outlook.jp',
    token: ownToken,
    replies: { ...goodToken, smtp: badToken.smtp },
    findings: { ...goodTokenFound, smtp: 'token-wrong-account' },
    finding: 'token-wrong-account',
  },
  {
    reason: 'unknown-account',
    username: 'nobody@hotmail.com',
    token: ownToken,
    replies: badToken,
    findings: { pop3: 'token-wrong-account', imap: 'token-wrong-account', smtp: 'token-wrong-account' },
    finding: 'token-wrong-account',
  },
  {
    reason: 'account-blocked',
    options: { accounts: [{ ...personal, standing: 'blocked' }] },
    token: ownToken,
    replies: {
      ...badToken,
      imap: 'A1 NO AUTHENTICATE failed. Account is blocked. Login to your account via a web browser to verify your identity.',
    },
    findings: { ...badTokenFound, imap: 'account-blocked' },
    finding: 'account-blocked',
  },
  {
    reason: 'protocol-off',
    options: { accounts: [{ ...personal, protocols: { pop3: false, imap: false } }] },
    token: ownToken,
    replies: { pop3: authentication, imap: notConnected, smtp: goodToken.smtp },
    findings: { pop3: 'protocol-off', imap: 'mailbox-not-connected', smtp: 'ok' },
    finding: 'mailbox-not-connected',
  },
  {
    reason: 'protocol-off',
    when: 'IMAP let it in, and then refused every command',
    options: { asOf: '2025-06-01', accounts: [{ ...personal, protocols: { imap: false } }] },
    token: ownToken,
    replies: goodToken,
    findings: { ...goodTokenFound, imap: 'mailbox-not-connected' },
    finding: 'mailbox-not-connected',
  },
  {
    reason: 'smtp-auth-off-mailbox',
    options: { accounts: [{ ...personal, protocols: { smtp: false } }] },
    token: ownToken,
    replies: { ...goodToken, smtp: smtpAuthOff('Mailbox') },
    findings: { ...goodTokenFound, smtp: 'smtp-auth-off-mailbox' },
    finding: 'smtp-auth-off-mailbox',
  },
  {
    reason: 'smtp-auth-off-tenant',
    options: { accounts: [work], tenants: [{ domain: 'contoso.example', smtpAuth: false }] },
    username: work.address,
    token: (microsoft) => tokenFor(microsoft, work.address),
    replies: { ...goodToken, smtp: smtpAuthOff('Tenant') },
    findings: { ...goodTokenFound, smtp: 'smtp-auth-off-tenant' },
    finding: 'smtp-auth-off-tenant',
  },
]

function smtpAuthOff(scope: 'Mailbox' | 'Tenant'): RegExp {
  return new RegExp(
    String.raw`^535 5\.7\.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the ${scope}\. Visit https://aka\.ms/smtp_auth_disabled for more information\. \[`,
  )
}

/** Signs in at every door there is an expectation for, with the raw protocol. */
async function expectReplies(microsoft: Microsoft, credential: Credential, replies: Row['replies']): Promise<void> {
  for (const protocol of protocols) {
    const expected = replies[protocol]
    if (expected === undefined) continue
    const { wire, reply } = await signIn[protocol](microsoft, credential)
    await wire[Symbol.asyncDispose]()
    if (typeof expected === 'string') expect(reply).toBe(expected)
    else expect(reply).toMatch(expected)
  }
}

/** Asks the client what it makes of it. */
async function expectFindings(
  microsoft: Microsoft,
  who: Pick<CheckOptions, 'address' | 'secret' | 'token'>,
  { findings, finding }: Pick<Row, 'findings' | 'finding'>,
): Promise<void> {
  const report = await check({ ...who, network: mappedNetwork(parseServerMap(microsoft.servers)) })
  const found = Object.fromEntries(report.protocols.map(({ protocol, finding: { code } }) => [protocol, code]))
  expect(found).toMatchObject(findings)
  expect(report.finding.code).toBe(finding)
  expect(report.ok).toBe(finding === 'ok')
}

describe('every reason at every door', () => {
  it.each(rows.map((row) => ({ ...row, title: [row.reason, row.when].filter(Boolean).join(': ') })))(
    '$title',
    async ({ reason, options, secret: prepare, username = personal.address, replies, ...expected }) => {
      await using microsoft = await startMicrosoft(options)
      const secret = await prepare(microsoft)

      await expectReplies(microsoft, { username, secret }, replies)
      expect(microsoft.signIns.map((entry) => entry.reason)).toContain(reason)

      await expectFindings(microsoft, { address: username, secret }, expected)
    },
  )

  it.each(tokenRows.map((row) => ({ ...row, title: [row.reason, row.when].filter(Boolean).join(': ') })))(
    'token: $title',
    async ({ reason, options, token: prepare, username = personal.address, replies, ...expected }) => {
      await using microsoft = await startMicrosoft({ asOf: '2026-10-01', accounts: [personal], ...options })
      const token = await prepare(microsoft)
      await expectReplies(microsoft, { username, token: token.accessToken }, replies)
      expect(microsoft.signIns.map((entry) => entry.reason)).toContain(reason)
      await expectFindings(microsoft, { address: username, token }, expected)
    },
  )

  it('leaves no reason out', async () => {
    const { refusalReasons } = await import('@sparekey/mock-servers')
    const covered = new Set([...rows, ...tokenRows].map(({ reason }) => reason))
    expect([...refusalReasons].filter((reason) => !covered.has(reason))).toEqual([])
  })
})
