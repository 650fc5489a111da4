import { describe, expect, test } from 'vitest'
import type { Protocol } from '../directory/protocol.ts'
import { fine, possible, isSecret, isPlainlyBad, reason } from '../testing/facts.ts'
import { decide } from './decide.ts'
import type { SignInFacts } from './facts.ts'

describe('what goes before what', () => {
  test.each<[string, Partial<SignInFacts>, string]>([
    [
      'the servers take no passwords: nobody is looked up',
      { basicAuth: 'disabled', account: 'unknown', standing: 'blocked', proof: 'wrong-secret' },
      'basic-auth-disabled',
    ],
    [
      'passwords are retired: right, wrong and unknown are all the same',
      { basicAuth: 'refused', account: 'unknown', proof: 'wrong-secret' },
      'basic-auth-refused',
    ],
    ['passwords are retired, before the block', { basicAuth: 'refused', standing: 'blocked' }, 'basic-auth-refused'],
    ['a token is not a password', { basicAuth: 'disabled', proof: 'good-token', twoStep: 'on' }, 'token'],
    [
      'SMTP looks at the mailbox named before it looks at the proof',
      { protocol: 'smtp', protocolSwitch: 'off', proof: 'wrong-secret' },
      'smtp-auth-off-mailbox',
    ],
    [
      'even if the token is somebody else’s',
      { protocol: 'smtp', protocolSwitch: 'off', proof: 'other-account-token' },
      'smtp-auth-off-mailbox',
    ],
    [
      'even if the token is right',
      { protocol: 'smtp', protocolSwitch: 'off', proof: 'good-token', basicAuth: 'refused' },
      'smtp-auth-off-mailbox',
    ],
    [
      'and the same with the tenant',
      { protocol: 'smtp', kind: 'work', tenantSmtpAuth: 'off', proof: 'good-token' },
      'smtp-auth-off-tenant',
    ],
    [
      'the mailbox before the tenant',
      { protocol: 'smtp', kind: 'work', protocolSwitch: 'off', tenantSmtpAuth: 'off' },
      'smtp-auth-off-mailbox',
    ],
    [
      'the tenant before its retirement',
      { protocol: 'smtp', kind: 'work', tenantSmtpAuth: 'off', basicAuth: 'refused' },
      'smtp-auth-off-tenant',
    ],
    [
      'an address that nobody has gets the plain refusal, whatever the tenant says',
      { protocol: 'smtp', kind: 'work', account: 'unknown', tenantSmtpAuth: 'off', proof: 'wrong-secret' },
      'unknown-account',
    ],
    [
      'work accounts hear of their retirement from SMTP in words of its own',
      { protocol: 'smtp', kind: 'work', basicAuth: 'refused' },
      'client-submission-retired',
    ],
    ['and personal ones do not', { protocol: 'smtp', basicAuth: 'refused' }, 'basic-auth-refused'],
    ['an address that nobody has, with a token too', { account: 'unknown', proof: 'unknown-token' }, 'unknown-account'],
    ['a token of nobody', { proof: 'unknown-token' }, 'token-refused'],
    ['a token taken back', { proof: 'revoked-token' }, 'token-refused'],
    ['a token whose time is over', { proof: 'expired-token' }, 'token-expired'],
    ['a token for Graph', { proof: 'wrong-audience-token' }, 'token-wrong-audience'],
    ['a token for another protocol', { proof: 'missing-scope-token' }, 'token-missing-scope'],
    ['a bad token before the block', { proof: 'expired-token', standing: 'blocked' }, 'token-expired'],
    ['the block before a good token', { proof: 'good-token', standing: 'blocked' }, 'account-blocked'],
    [
      "the block before another account's token",
      { proof: 'other-account-token', standing: 'blocked' },
      'account-blocked',
    ],
    [
      "another account's token before the switch",
      { protocol: 'pop3', proof: 'other-account-token', protocolSwitch: 'off' },
      'token-wrong-account',
    ],
    ['an alias beside the token, on SMTP', { protocol: 'smtp', proof: 'alias-token' }, 'token-alias'],
    ['an alias beside the token, on IMAP', { proof: 'alias-token' }, 'token'],
    ['an alias beside the token, on POP', { protocol: 'pop3', proof: 'alias-token' }, 'token'],
    ['the block before the proof', { standing: 'blocked', proof: 'wrong-secret' }, 'account-blocked'],
    [
      'two-step off: an app password of earlier days is worthless, removed or not',
      { proof: 'former-app-password' },
      'app-password-while-two-step-off',
    ],
    ['two-step on: it was removed', { twoStep: 'on', proof: 'former-app-password' }, 'app-password-removed'],
    ['the right password with two-step on', { twoStep: 'on' }, 'app-password-needed'],
    ['a wrong one', { twoStep: 'on', proof: 'wrong-secret' }, 'wrong-password'],
    [
      'the secret before the policies of the tenant',
      { protocol: 'smtp', kind: 'work', tenantPolicy: 'security-defaults', proof: 'wrong-secret' },
      'wrong-password',
    ],
    [
      'the policies of the tenant, with the right one',
      { protocol: 'smtp', kind: 'work', tenantPolicy: 'security-defaults' },
      'security-defaults',
    ],
    [
      'which hold nothing against a token',
      { protocol: 'smtp', kind: 'work', tenantPolicy: 'conditional-access', proof: 'good-token' },
      'token',
    ],
    [
      'the secret before the switch',
      { protocol: 'pop3', protocolSwitch: 'off', proof: 'wrong-secret' },
      'wrong-password',
    ],
  ])('%s', (_, facts, expected) => {
    expect(reason(facts)).toBe(expected)
  })

  test('POP switched off is refused; IMAP switched off is accepted and then not connected', () => {
    expect(decide({ ...fine, protocol: 'pop3', protocolSwitch: 'off' })).toMatchObject({
      outcome: 'refused',
      reason: 'protocol-off',
    })
    expect(decide({ ...fine, protocol: 'imap', protocolSwitch: 'off' })).toMatchObject({
      outcome: 'accepted',
      reason: 'protocol-off',
    })
  })
})

describe('IMAP, with whom it will not connect,', () => {
  test.each<[string, Partial<SignInFacts>]>([
    ['protocol-off', { proof: 'good-token', protocolSwitch: 'off' }],
    ['protocol-off', { proof: 'alias-token', protocolSwitch: 'off' }],
    ['token-wrong-account', { proof: 'other-account-token' }],
  ])('first let in and then refused, and now refuses at once: %s', (reason, facts) => {
    const then = decide({ ...fine, ...facts, basicAuth: 'refused', unconnected: 'let-in' })
    const now = decide({ ...fine, ...facts, basicAuth: 'disabled', unconnected: 'refused' })
    expect(then).toMatchObject({ outcome: 'accepted', connected: false, reason, on: { imap: 'MS-IMAP-13' } })
    expect(now).toMatchObject({ outcome: 'refused', reason, on: { imap: 'MS-IMAP-14' } })
  })
})

test('every bad token is answered alike on its protocol', () => {
  const bad = possible.filter(
    (facts) => isPlainlyBad(facts.proof) && facts.protocolSwitch === 'on' && facts.tenantSmtpAuth === 'on',
  )
  const evidence = new Set(bad.map((facts) => decide(facts).on[facts.protocol]))
  expect([...evidence].toSorted()).toEqual(['MS-IMAP-18', 'MS-POP3-13', 'MS-SMTP-11'])
})

test('while passwords are taken, POP3 has one answer for every refused secret', () => {
  const taken = possible.filter(
    (facts) => facts.protocol === 'pop3' && isSecret(facts) && facts.basicAuth !== 'disabled',
  )
  const rules = taken.map(decide).filter(({ outcome }) => outcome === 'refused')
  expect(new Set(rules.map(({ on }) => on['pop3' satisfies Protocol]))).toEqual(new Set(['MS-POP3-07']))
})
