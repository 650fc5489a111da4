/** Sign-ins with a password or an app password. */
import type { Microsoft } from '@sparekey/mock-servers'
import { personal, smtpAuthOff, work, type Row } from './row.ts'

const logon = '-ERR Logon failure: unknown user name or bad password.'
const login = 'A1 NO LOGIN failed.'
const smtp573 = /^535 5\.7\.3 Authentication unsuccessful \[[A-Za-z0-9.]+\]$/
const smtpBasic = /^535 5\.7\.139 Authentication unsuccessful, basic authentication is disabled\. \[/

const appPassword = (microsoft: Microsoft) => {
  const account = microsoft.accounts.get(personal.address)!
  account.twoStep = true
  return account.createAppPassword('test').password
}

export const passwordRows: readonly Row[] = [
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
