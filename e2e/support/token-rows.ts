/** Sign-ins with an access token. */
import type { Microsoft } from '@sparekey/mock-servers'
import { mailScopes, tokenFor } from './tokens.ts'
import { personal, smtpAuthOff, work, type TokenRow } from './row.ts'

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

export const tokenRows: readonly TokenRow[] = [
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
