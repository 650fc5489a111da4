import { expect, test } from 'vitest'
import { diagnose } from './diagnose.ts'
import { observed, refused, on, judged } from '../testing/observed.ts'

test('a finding: a server that is not Microsoft’s, and a sentence nobody knows', () => {
  expect(judged([refused('imap')], { servers: [] }).finding).toBe('unknown-refusal, possible')
  expect(judged([refused('imap', 'other-secret', 'A2 NO I do not like you.')], on('2021-05-01')).finding).toBe(
    'unknown-refusal, possible',
  )
})

test.for([
  ['smtp', '250-x\n250-SIZE 157286400\n250 AUTH CRAM-MD5 NTLM', '250 AUTH CRAM-MD5 NTLM', 'server'],
  ['pop3', '+OK\nUIDL\nSASL NTLM\n.', 'SASL NTLM', 'server'],
  ['smtp', '250-x\n250 SIZE 157286400', 'password-not-offered', 'machine'],
] as const)('a finding: %s without a known way to sign in: %j', ([protocol, reply, quote, by]) => {
  const observation = observed(protocol, { step: 'sign-in', outcome: 'skipped', error: 'password-not-offered' })
  const said = observation.steps.map((step) => (step.step === 'capabilities' ? { ...step, reply } : step))
  expect(diagnose([{ ...observation, steps: said }], on('2021-05-01')).finding).toEqual({
    code: 'unknown-refusal',
    certainty: 'certain',
    protocol,
    evidence: { step: 'capabilities', quote, by },
  })
})

test('a finding: no sign-in asked for, and nothing wrong up to it', () => {
  expect(
    judged([observed('imap', { step: 'sign-in', outcome: 'skipped', error: 'not-asked' }, 'none')], on('2021-05-01'))
      .finding,
  ).toBe('ok, certain')
})

test.for([
  ['resolve', 'ENOTFOUND', 'host-not-found'],
  ['resolve', 'timeout', 'host-not-found'],
  ['resolve', 'not-in-server-map', 'host-not-found'],
  ['connect', 'ECONNREFUSED', 'connection-refused'],
  ['connect', 'mock-gone', 'mock-not-running'],
  ['connect', 'timeout', 'connection-timeout'],
  ['connect', 'ENETUNREACH', 'connection-timeout'],
  ['connect', 'EACCES', 'connection-refused'],
  ['tls', 'ECONNRESET', 'connection-dropped'],
  ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-name'],
  ['tls', 'CERT_HAS_EXPIRED', 'certificate-expired'],
  ['tls', 'CERT_NOT_YET_VALID', 'certificate-expired'],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
  ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted'],
  ['tls', 'starttls-missing', 'tls-needed'],
  ['tls', 'starttls-refused', 'tls-needed'],
  ['tls', 'bytes-before-tls', 'tls-needed'],
  ['greeting', 'preauth', 'tls-needed'],
  ['greeting', 'tls-spoken', 'tls-needed'],
  ['greeting', 'other-protocol', 'not-a-mail-server'],
  ['greeting', 'endless', 'not-a-mail-server'],
  ['greeting', 'closed', 'connection-dropped'],
  ['greeting', 'timeout', 'connection-timeout'],
  ['capabilities', 'timeout', 'connection-timeout'],
  ['sign-in', 'closed', 'connection-dropped'],
  ['sign-in', 'constructor', 'unknown-refusal'],
] as const)('a finding: at %s: %s is %s', ([step, error, code]) => {
  expect(diagnose([observed('imap', { step, error })], on('2021-05-01')).finding).toEqual({
    code,
    certainty: 'certain',
    protocol: 'imap',
    evidence: { step, quote: error, by: 'machine' },
  })
})

test.for([
  ['imap', 'greeting', '* BYE Connection is closed. 10', 'throttled, certain'],
  ['pop3', 'greeting', '-ERR BYE Connection refused', 'throttled, certain'],
  ['smtp', 'greeting', '554 no service', 'server-unavailable, possible'],
  ['imap', 'sign-in', 'A3 BAD User is authenticated but not connected.', 'mailbox-not-connected, certain'],
] as const)('a finding: %s: a no at the %s, in its own words', ([protocol, step, reply, expected]) => {
  expect(judged([observed(protocol, { step, error: 'refused', reply })], on('2021-05-01')).finding).toBe(expected)
})

test.for([
  ['CERT_HAS_EXPIRED', { quote: 'CERT_HAS_EXPIRED', by: 'machine' }],
  ['starttls-refused', { quote: '250 STARTTLS 220 go', by: 'server' }],
] as const)('a finding: behind STARTTLS, %s is told by who found it', ([error, told]) => {
  const { evidence } = diagnose(
    [observed('smtp', { step: 'tls', error, reply: '250 STARTTLS\n220 go' })],
    on('2021-05-01'),
  ).finding
  expect(evidence).toEqual({ step: 'tls', ...told })
})

test('a finding: a long answer of several lines is quoted in one, and cut', () => {
  const { evidence } = diagnose(
    [refused('smtp', 'other-secret', `535-5.7.3 ${'x'.repeat(400)}\n535 end`)],
    on('2021-05-01'),
  ).finding
  expect(evidence!.quote).toMatch(/^535-5\.7\.3 x+…$/)
  expect(evidence!.quote).toHaveLength(301)
})

test.for([
  ['imap', 'A2 NO Something for a while [UNAVAILABLE]', 'server-unavailable, certain'],
  ['smtp', '451 4.9.9 Something for a while', 'server-unavailable, possible'],
  ['smtp', '421 4.7.66 TLS 1.0 and 1.1 are not supported.', 'tls-too-old, certain'],
  ['imap', '* BYE Connection is closed. 13', 'idle-timeout, certain'],
  ['smtp', '550 5.2.1 Mailbox cannot be accessed', 'no-mailbox, certain'],
] as const)('a finding: how sure it is hangs on the sentence: %s %s', ([protocol, reply, expected]) => {
  expect(judged([refused(protocol, 'other-secret', reply)], on('2021-05-01')).finding).toBe(expected)
})
