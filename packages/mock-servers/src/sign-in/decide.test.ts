import { describe, expect, test } from 'vitest'
import { everything, possible, agrees, reason } from '../testing/facts.ts'
import { because } from './because.ts'
import { decide, rulings } from './decide.ts'
import type { RefusalReason } from './decision.ts'
import { factValues } from './facts.ts'
import { refusalReasons } from './rules.ts'

describe('every sign-in', () => {
  test('is decided, by a rule that holds on its protocol', () => {
    expect(everything).toHaveLength(41_472)
    expect(everything.filter((facts) => decide(facts).on[facts.protocol] === undefined)).toEqual([])
  })

  test('that is accepted is of a known, active account, with a right proof, where and when such a proof is taken', () => {
    const accepted = everything.filter((facts) => decide(facts).outcome === 'accepted')
    const byPassword = { proof: 'password', twoStep: 'off', basicAuth: 'accepted', tenantPolicy: 'none' }
    const byAppPassword = { proof: 'app-password', twoStep: 'on', basicAuth: 'accepted', tenantPolicy: 'none' }
    const byToken = { proof: 'good-token' }
    const proofs = {
      pop3: [byPassword, byAppPassword, byToken, { proof: 'alias-token' }],
      imap: [byPassword, byAppPassword, byToken, { proof: 'alias-token' }, { proof: 'other-account-token' }],
      smtp: [byPassword, byAppPassword, byToken],
    }
    const switchedOn = {
      pop3: { protocolSwitch: 'on' },
      imap: {},
      smtp: { protocolSwitch: 'on', tenantSmtpAuth: 'on' },
    }
    const wrong = accepted.filter(
      (facts) =>
        !agrees(facts, { account: 'known', standing: 'active', ...switchedOn[facts.protocol] }) ||
        !proofs[facts.protocol].some((proof) => agrees(facts, proof)),
    )
    expect(wrong).toEqual([])
    expect(accepted.length).toBeGreaterThan(0)
  })

  test('that is accepted is connected, unless IMAP lets in whom it will not connect', () => {
    const unconnected = everything.filter((facts) => {
      const rule = decide(facts)
      return rule.outcome === 'accepted' && !rule.connected
    })
    const unlike = unconnected.filter(
      (facts) => facts.protocol !== 'imap' || (facts.protocolSwitch === 'on' && facts.proof !== 'other-account-token'),
    )
    expect(unlike).toEqual([])
    expect(unconnected.length).toBeGreaterThan(0)
  })

  test('with nothing against it is accepted, over all three protocols', () => {
    for (const protocol of factValues.protocol) {
      expect(reason({ protocol })).toBe('password')
      expect(reason({ protocol, twoStep: 'on', proof: 'app-password' })).toBe('app-password')
      expect(reason({ protocol, basicAuth: 'refused', proof: 'good-token' })).toBe('token')
    }
  })
})

describe('the rules', () => {
  test('stand in this order', () => {
    expect(rulings.map(({ outcome, reason, on }) => `${outcome} ${reason} (${Object.keys(on).join(' ')})`))
      .toMatchInlineSnapshot(`
        [
          "refused basic-auth-disabled (pop3 imap)",
          "refused smtp-auth-off-mailbox (smtp)",
          "refused smtp-auth-off-tenant (smtp)",
          "refused client-submission-retired (smtp)",
          "refused basic-auth-refused (pop3 imap smtp)",
          "refused unknown-account (pop3 imap smtp)",
          "refused unknown-account (pop3 imap smtp)",
          "refused token-refused (pop3 imap smtp)",
          "refused token-refused (pop3 imap smtp)",
          "refused token-expired (pop3 imap smtp)",
          "refused token-wrong-audience (pop3 imap smtp)",
          "refused token-missing-scope (pop3 imap smtp)",
          "refused account-blocked (pop3 imap smtp)",
          "refused account-blocked (pop3 imap smtp)",
          "refused app-password-while-two-step-off (pop3 imap smtp)",
          "refused app-password-removed (pop3 imap smtp)",
          "refused app-password-needed (pop3 imap smtp)",
          "refused security-defaults (pop3 imap smtp)",
          "refused conditional-access (pop3 imap smtp)",
          "refused token-alias (smtp)",
          "refused token-wrong-account (pop3 smtp)",
          "refused token-wrong-account (imap)",
          "accepted token-wrong-account (imap)",
          "refused protocol-off (pop3)",
          "refused protocol-off (pop3)",
          "refused protocol-off (imap)",
          "accepted protocol-off (imap)",
          "accepted token (pop3 imap smtp)",
          "accepted app-password (pop3 imap smtp)",
          "accepted password (pop3 imap smtp)",
          "refused wrong-password (pop3 imap smtp)",
        ]
      `)
  })

  test.each(rulings.flatMap(({ rule, on }) => Object.keys(on).map((protocol) => ({ rule, protocol }))))(
    'can each come true: $rule on $protocol',
    ({ rule, protocol }) => {
      expect(possible.some((facts) => facts.protocol === protocol && decide(facts).rule === rule)).toBe(true)
    },
  )

  test('have a name each', () => {
    expect(new Set(rulings.map(({ rule }) => rule)).size).toBe(rulings.length)
  })

  test('know every reason there are words for', () => {
    const words = {
      'unknown-account': true,
      'wrong-password': true,
      'app-password-needed': true,
      'app-password-removed': true,
      'app-password-while-two-step-off': true,
      'account-blocked': true,
      'protocol-off': true,
      'basic-auth-refused': true,
      'basic-auth-disabled': true,
      'client-submission-retired': true,
      'smtp-auth-off-mailbox': true,
      'smtp-auth-off-tenant': true,
      'security-defaults': true,
      'conditional-access': true,
      'token-refused': true,
      'token-expired': true,
      'token-wrong-audience': true,
      'token-missing-scope': true,
      'token-wrong-account': true,
      'token-alias': true,
    } satisfies Record<RefusalReason, true>
    expect([...refusalReasons].toSorted()).toEqual(Object.keys(words).toSorted())
  })

  test.each(Object.entries(because))('explain themselves: %s', (_, sentence) => {
    expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})
