import { check, mappedNetwork, parseServerMap, type FindingCode } from '@sparekey/core'
import { startMicrosoft, type Microsoft, type MicrosoftOptions } from '@sparekey/mock-servers'
import { describe, expect, it } from 'vitest'
import { signIn } from './support/sign-in.ts'

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
const smtp573 = /^535 5\.7\.3 Authentication unsuccessful \[[A-Z0-9]+[^ \]]*\]$/
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
      smtp: /^535 5\.7\.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox\. Visit https:\/\/aka\.ms\/smtp_auth_disabled for more information\. \[/,
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
      smtp: /^535 5\.7\.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant\. Visit https:\/\/aka\.ms\/smtp_auth_disabled for more information\. \[/,
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

describe('every reason at every door', () => {
  it.each(rows.map((row) => ({ ...row, title: [row.reason, row.when].filter(Boolean).join(': ') })))(
    '$title',
    async ({ reason, options, secret: prepare, username = personal.address, replies, findings, finding }) => {
      await using microsoft = await startMicrosoft(options)
      const secret = await prepare(microsoft)

      for (const protocol of protocols) {
        const expected = replies[protocol]
        if (expected === undefined) continue
        const { wire, reply } = await signIn[protocol](microsoft, { username, secret })
        await wire[Symbol.asyncDispose]()
        if (typeof expected === 'string') expect(reply).toBe(expected)
        else expect(reply).toMatch(expected)
      }
      expect(microsoft.signIns.map((entry) => entry.reason)).toContain(reason)

      const report = await check({
        address: username,
        secret,
        network: mappedNetwork(parseServerMap(microsoft.servers)),
      })
      const found = Object.fromEntries(report.protocols.map(({ protocol, finding: { code } }) => [protocol, code]))
      expect(found).toMatchObject(findings)
      expect(report.finding.code).toBe(finding)
      expect(report.ok).toBe(false)
    },
  )

  it.each(protocols)('token-refused: %s, since no token was ever issued', async (protocol) => {
    await using microsoft = await startMicrosoft({ asOf: '2026-10-01', accounts: [personal] })
    const { wire, reply } = await signIn[protocol](microsoft, { username: personal.address, token: 'EwBAAl3BAAUFFpUA' })
    await wire[Symbol.asyncDispose]()
    expect(reply).toMatch(
      {
        pop3: /^-ERR Authentication failure: unknown user name or bad password\.$/,
        imap: /^A1 NO AUTHENTICATE failed\.$/,
        smtp: /^535 5\.7\.3 Authentication unsuccessful \[[^ ]+ 2026-10-01T\d\d:\d\d:\d\d\.\d{3}Z [0-9A-F]{16}\]$/,
      }[protocol],
    )
    expect(microsoft.signIns.map((entry) => entry.reason)).toEqual(['token-refused'])
  })

  it('leaves no reason out', async () => {
    const { refusalReasons } = await import('@sparekey/mock-servers')
    const covered = new Set([...rows.map(({ reason }) => reason), 'token-refused'])
    expect([...refusalReasons].filter((reason) => !covered.has(reason))).toEqual([])
  })
})
