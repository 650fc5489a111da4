import { expect, test } from 'vitest'
import type { Observation } from '../probe/observation.ts'
import type { Protocol } from '../settings/settings.ts'
import { noTokenFacts as unknown, type TokenFacts } from '../credentials/token-facts.ts'
import { diagnose } from './diagnose.ts'
import { observed, refused, accepted, on, judged } from '../testing/observed.ts'

const replies: Record<Protocol, string> = {
  imap: 'A2 NO AUTHENTICATE failed.',
  pop3: '-ERR Authentication failure: unknown user name or bad password.',
  smtp: '535 5.7.3 Authentication unsuccessful [X 2026-11-22T00:00:00.000Z 08DE1234567890AB]',
}
const shown = (protocol: Protocol, token: Partial<TokenFacts> = {}, reply = replies[protocol]) => ({
  ...refused(protocol, 'token', reply),
  token: { ...unknown, ...token },
})
const today = on('2026-11-22')
const finding = (...observations: Observation[]) => judged(observations, today).finding

test.for(['imap', 'pop3', 'smtp'] as const)('a token that %s refused plainly', (protocol) => {
  expect(finding(shown(protocol))).toBe('token-refused, likely')
  expect(finding(refused(protocol, 'token', replies[protocol]))).toBe('token-refused, likely')
  expect(finding(shown(protocol, { lifetime: 'over' }))).toBe('token-expired, likely')
  expect(finding(shown(protocol, { account: 'other' }))).toBe('token-wrong-account, likely')
  expect(finding(shown(protocol, { permits: 'no', account: 'other' }))).toBe('token-refused, likely')
  expect(finding(shown(protocol, { lifetime: 'running', account: 'same', permits: 'yes' }))).toBe(
    'token-refused, likely',
  )
})

test.for(['imap', 'pop3', 'smtp'] as const)('a token that says of itself why %s refused it', (protocol) => {
  expect(finding(shown(protocol, { audience: 'other', permits: 'no' }))).toBe('token-wrong-audience, likely')
  expect(finding(shown(protocol, { bearer: 'application' }))).toBe('token-app-only, likely')
  expect(finding(shown(protocol, { audience: 'other', lifetime: 'over' }))).toBe('token-expired, likely')
  expect(finding(shown(protocol, { audience: 'mail', bearer: 'person', account: 'same' }))).toBe(
    'token-refused, likely',
  )
})

test('a token that is too long for POP3, and for no other protocol', () => {
  const long = { length: 'long' } as const
  const brokenOff = observed('pop3', { step: 'sign-in', error: 'closed' }, 'token')
  expect(finding(shown('pop3', long, '-ERR Protocol error. Connection is closed. 10'))).toBe('token-too-long, likely')
  expect(finding(shown('pop3', long))).toBe('token-too-long, likely')
  expect(finding({ ...brokenOff, token: { ...unknown, ...long } })).toBe('token-too-long, likely')
  expect(finding(shown('imap', long))).toBe('token-refused, likely')
  expect(finding(shown('pop3', {}, '-ERR Protocol error. Connection is closed. 10'))).toBe(
    'client-protocol-error, certain',
  )
  expect(finding({ ...brokenOff, token: unknown })).toBe('connection-dropped, certain')
})

test('an application’s token, and the mailbox does not open: it has no right there', () => {
  const reply = 'A2 NO User is authenticated but not connected.'
  expect(finding(shown('imap', { bearer: 'application' }, reply))).toBe('token-app-only, likely')
})

test('a token that only POP3 refused: POP3 has no words for being switched off', () => {
  const accept = accepted('imap', 'token')
  expect(finding(accept, shown('pop3'))).toBe('protocol-off, likely')
  expect(finding(accept, shown('pop3', { permits: 'no' }))).toBe('token-refused, likely')
  expect(finding(accept, shown('smtp'))).toBe('token-refused, likely')
})

test('a token that is right, and the mailbox does not open: told in both ways', () => {
  for (const reply of [
    'A2 NO User is authenticated but not connected.',
    'A3 BAD User is authenticated but not connected.',
  ]) {
    expect(finding(shown('imap', {}, reply))).toBe('mailbox-not-connected, certain')
    expect(finding(shown('imap', { account: 'same' }, reply))).toBe('mailbox-not-connected, certain')
    expect(finding(shown('imap', { account: 'other' }, reply))).toBe('token-wrong-account, likely')
  }
})

test('a token of another account is not why the server is too busy', () => {
  expect(finding(shown('imap', { account: 'other' }, 'A2 NO Request is throttled. Suggested Backoff Time: 1 ms'))).toBe(
    'throttled, certain',
  )
})

test('a token that ran out in the session', () => {
  expect(finding(shown('imap', {}, '* BYE Session invalidated - AccessTokenExpired'))).toBe('token-expired, certain')
})

test('a token that another server refused in its own words for a wrong password', () => {
  expect(judged([shown('imap', {}, 'A2 NO [AUTHENTICATIONFAILED] no')], { servers: [] }).finding).toBe(
    'token-refused, likely',
  )
})

test('a token that was right where SMTP is off for the mailbox, for the organization, or against its rules', () => {
  const words = (reason: string) => `535 5.7.139 Authentication unsuccessful, ${reason} [X]`
  expect(finding(shown('smtp', {}, words('SmtpClientAuthentication is disabled for the Mailbox.')))).toBe(
    'smtp-auth-off-mailbox, certain',
  )
  expect(finding(shown('smtp', {}, words('SmtpClientAuthentication is disabled for the Tenant.')))).toBe(
    'smtp-auth-off-tenant, certain',
  )
  expect(finding(shown('smtp', {}, words('basic authentication is disabled.')))).toBe('basic-auth-retired, certain')
})

test('a token that the server does not take', () => {
  const observation = observed('smtp', { step: 'sign-in', outcome: 'skipped', error: 'token-not-offered' }, 'token')
  const capabilities = { step: 'capabilities', outcome: 'ok', ms: 1, reply: '250-x\n250 AUTH LOGIN PLAIN' } as const
  observation.steps = observation.steps.map((step) => (step.step === 'capabilities' ? capabilities : step))
  expect(diagnose([observation], today).finding).toEqual({
    code: 'token-refused',
    certainty: 'certain',
    protocol: 'smtp',
    evidence: { step: 'capabilities', quote: '250 AUTH LOGIN PLAIN', by: 'server' },
  })
})
