import { describe, expect, test } from 'vitest'
import type { Protocol } from '../directory/protocol.ts'
import { decide } from './decide.ts'
import type { RefusalReason } from './decision.ts'
import { combinations, factValues, type SignInFacts } from './facts.ts'
import { refusalReasons, RULES, type Rule } from './rules.ts'

/** A sign-in with nothing against it. */
const FINE: SignInFacts = {
  protocol: 'imap',
  account: 'known',
  kind: 'personal',
  standing: 'active',
  twoStep: 'off',
  proof: 'password',
  basicAuth: 'accepted',
  protocolSwitch: 'on',
  unconnected: 'let-in',
  tenantSmtpAuth: 'on',
  tenantPolicy: 'none',
}

/** Every combination of facts there is. */
const EVERYTHING = combinations(factValues)

/** Those the gate can bring about: an unknown account has no right secret, a personal one no tenant, and so on. */
const POSSIBLE = EVERYTHING.filter(
  (facts) =>
    (facts.account === 'known' ||
      (['wrong-secret', 'unknown-token'].includes(facts.proof) &&
        facts.standing === 'active' &&
        facts.twoStep === 'off' &&
        facts.protocolSwitch === 'on')) &&
    (facts.proof !== 'app-password' || facts.twoStep === 'on') &&
    (facts.kind === 'work' || (facts.tenantSmtpAuth === 'on' && facts.tenantPolicy === 'none')) &&
    (facts.protocol === 'smtp'
      ? facts.basicAuth !== 'disabled'
      : (facts.basicAuth === 'disabled') === (facts.unconnected === 'refused')),
)

/** Whether the facts are all that these say. */
const agrees = (facts: SignInFacts, some: object) =>
  Object.entries(some).every(([fact, value]) => facts[fact as keyof SignInFacts] === value)

const isSecret = ({ proof }: SignInFacts) => !proof.endsWith('token')

const isPlainlyBad = (proof: SignInFacts['proof']) =>
  /^(unknown|revoked|expired|wrong-audience|missing-scope)-token$/.test(proof)

const reason = (facts: Partial<SignInFacts>) => decide({ ...FINE, ...facts }).reason

describe('every sign-in', () => {
  test('is decided, by a rule that holds on its protocol', () => {
    expect(EVERYTHING).toHaveLength(41_472)
    expect(EVERYTHING.filter((facts) => decide(facts).on[facts.protocol] === undefined)).toEqual([])
  })

  test('that is accepted is of a known, active account, with a right proof, where and when such a proof is taken', () => {
    const accepted = EVERYTHING.filter((facts) => decide(facts).outcome === 'accepted')
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
    const unconnected = EVERYTHING.filter((facts) => {
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
    expect(RULES.map(({ outcome, reason, on }) => `${outcome} ${reason} (${Object.keys(on).join(' ')})`))
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

  test.each(
    RULES.flatMap((rule: Rule) => Object.keys(rule.on).map((protocol) => ({ rule, protocol, name: rule.reason }))),
  )('can each come true: $name on $protocol', ({ rule, protocol }) => {
    expect(POSSIBLE.some((facts) => facts.protocol === protocol && decide(facts) === rule)).toBe(true)
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

  test.each(RULES.map((rule) => [rule.reason, rule.because]))('explain themselves: %s', (_, because) => {
    expect(because).toMatch(/^[A-Z].*\.$/)
  })
})

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
    expect(decide({ ...FINE, protocol: 'pop3', protocolSwitch: 'off' })).toMatchObject({
      outcome: 'refused',
      reason: 'protocol-off',
    })
    expect(decide({ ...FINE, protocol: 'imap', protocolSwitch: 'off' })).toMatchObject({
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
    const then = decide({ ...FINE, ...facts, basicAuth: 'refused', unconnected: 'let-in' })
    const now = decide({ ...FINE, ...facts, basicAuth: 'disabled', unconnected: 'refused' })
    expect(then).toMatchObject({ outcome: 'accepted', connected: false, reason, on: { imap: 'MS-IMAP-13' } })
    expect(now).toMatchObject({ outcome: 'refused', reason, on: { imap: 'MS-IMAP-14' } })
  })
})

test('every bad token is answered alike on its protocol', () => {
  const bad = POSSIBLE.filter(
    (facts) => isPlainlyBad(facts.proof) && facts.protocolSwitch === 'on' && facts.tenantSmtpAuth === 'on',
  )
  const evidence = new Set(bad.map((facts) => decide(facts).on[facts.protocol]))
  expect([...evidence].toSorted()).toEqual(['MS-IMAP-18', 'MS-POP3-13', 'MS-SMTP-11'])
})

test('while passwords are taken, POP3 has one answer for every refused secret', () => {
  const taken = POSSIBLE.filter(
    (facts) => facts.protocol === 'pop3' && isSecret(facts) && facts.basicAuth !== 'disabled',
  )
  const rules = taken.map(decide).filter(({ outcome }) => outcome === 'refused')
  expect(new Set(rules.map(({ on }) => on['pop3' satisfies Protocol]))).toEqual(new Set(['MS-POP3-07']))
})
