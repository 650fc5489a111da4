import { describe, expect, test } from 'vitest'
import type { Protocol } from './attempt.ts'
import { decide } from './decide.ts'
import type { RefusalReason } from './decision.ts'
import type { SignInFacts } from './facts.ts'
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
  tenantSmtpAuth: 'on',
  tenantPolicy: 'none',
}

const VALUES: { [Fact in keyof SignInFacts]: readonly SignInFacts[Fact][] } = {
  protocol: ['pop3', 'imap', 'smtp'],
  account: ['known', 'unknown'],
  kind: ['personal', 'work'],
  standing: ['active', 'blocked'],
  twoStep: ['on', 'off'],
  proof: ['password', 'app-password', 'former-app-password', 'wrong-secret', 'good-token', 'bad-token'],
  basicAuth: ['accepted', 'refused', 'disabled'],
  protocolSwitch: ['on', 'off'],
  tenantSmtpAuth: ['on', 'off'],
  tenantPolicy: ['none', 'security-defaults', 'conditional-access'],
}

/** Every combination of facts there is. */
const EVERYTHING = Object.entries(VALUES).reduce<SignInFacts[]>(
  (all, [fact, values]) => all.flatMap((facts) => values.map((value) => ({ ...facts, [fact]: value }))),
  [FINE],
)

/** Those the gate can bring about: an unknown account has no right secret, a personal one no tenant, and so on. */
const POSSIBLE = EVERYTHING.filter(
  (facts) =>
    (facts.account === 'known' ||
      (['wrong-secret', 'bad-token'].includes(facts.proof) &&
        facts.standing === 'active' &&
        facts.twoStep === 'off' &&
        facts.protocolSwitch === 'on')) &&
    (facts.proof !== 'app-password' || facts.twoStep === 'on') &&
    (facts.kind === 'work' || (facts.tenantSmtpAuth === 'on' && facts.tenantPolicy === 'none')) &&
    (facts.protocol !== 'smtp' || facts.basicAuth !== 'disabled'),
)

/** Whether the facts are all that these say. */
const agrees = (facts: SignInFacts, some: object) =>
  Object.entries(some).every(([fact, value]) => facts[fact as keyof SignInFacts] === value)

const isSecret = ({ proof }: SignInFacts) => !proof.endsWith('token')

const reason = (facts: Partial<SignInFacts>) => decide({ ...FINE, ...facts }).reason

describe('every sign-in', () => {
  test('is decided, by a rule that holds on its protocol', () => {
    expect(EVERYTHING).toHaveLength(10_368)
    for (const facts of EVERYTHING) expect(decide(facts).on).toHaveProperty(facts.protocol)
  })

  test('that is accepted is of a known, active account, with a right proof, where and when such a proof is taken', () => {
    const accepted = EVERYTHING.filter((facts) => decide(facts).outcome === 'accepted')
    const byPassword = { proof: 'password', twoStep: 'off', basicAuth: 'accepted', tenantPolicy: 'none' }
    const byAppPassword = { proof: 'app-password', twoStep: 'on', basicAuth: 'accepted', tenantPolicy: 'none' }
    const switchedOn = {
      pop3: { protocolSwitch: 'on' },
      imap: {},
      smtp: { protocolSwitch: 'on', tenantSmtpAuth: 'on' },
    }
    for (const facts of accepted) {
      expect(facts).toMatchObject({ account: 'known', standing: 'active', ...switchedOn[facts.protocol] })
      expect([byPassword, byAppPassword, { proof: 'good-token' }]).toContainEqual(
        expect.toSatisfy((proof) => agrees(facts, proof)),
      )
    }
    expect(accepted.length).toBeGreaterThan(0)
  })

  test('with nothing against it is accepted, over all three protocols', () => {
    for (const protocol of VALUES.protocol) {
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
        "refused token-refused (pop3 imap smtp)",
        "refused unknown-account (pop3 imap smtp)",
        "refused account-blocked (pop3 imap smtp)",
        "refused app-password-while-two-step-off (pop3 imap smtp)",
        "refused app-password-removed (pop3 imap smtp)",
        "refused app-password-needed (pop3 imap smtp)",
        "refused security-defaults (pop3 imap smtp)",
        "refused conditional-access (pop3 imap smtp)",
        "refused protocol-off (pop3)",
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
      { protocol: 'smtp', protocolSwitch: 'off', proof: 'bad-token' },
      'smtp-auth-off-mailbox',
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

test('while passwords are taken, POP3 has one answer for every refused secret', () => {
  const taken = POSSIBLE.filter(
    (facts) => facts.protocol === 'pop3' && isSecret(facts) && facts.basicAuth !== 'disabled',
  )
  const rules = taken.map(decide).filter(({ outcome }) => outcome === 'refused')
  expect(new Set(rules.map(({ on }) => on['pop3' satisfies Protocol]))).toEqual(new Set(['MS-POP3-07']))
})
