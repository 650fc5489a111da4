import { expect, test } from 'vitest'
import { noTokenFacts } from '../credentials/token-facts.ts'
import type { FindingCode } from '../errors/codes.ts'
import { judgeRefusal, type RefusalFacts } from './refusals.ts'

/** A plain refusal about which nothing else is known. */
const plain: RefusalFacts = {
  credential: 'other-secret',
  protocol: 'imap',
  passwords: 'accepted',
  acceptedElsewhere: false,
  kind: 'unknown',
  said: 'plain-refusal',
  ...noTokenFacts,
}
const token = { credential: 'token' } as const

/** Each case that speaks of two causes fits two rows: the one named is first. */
test.for<[string, Partial<RefusalFacts>, FindingCode]>([
  ['a token that is over', { ...token, lifetime: 'over' }, 'token-expired'],
  ['a token that is over, and permits too little', { ...token, lifetime: 'over', permits: 'no' }, 'token-expired'],
  ['a token that permits too little', { ...token, permits: 'no' }, 'token-refused'],
  [
    'a token that permits too little, of another account',
    { ...token, permits: 'no', account: 'other' },
    'token-refused',
  ],
  ['a token of another account', { ...token, account: 'other' }, 'token-wrong-account'],
  [
    'a token of another account that POP3 refuses and IMAP takes',
    { ...token, account: 'other', protocol: 'pop3', acceptedElsewhere: true },
    'token-wrong-account',
  ],
  [
    'a token that POP3 refuses and another protocol takes',
    { ...token, protocol: 'pop3', acceptedElsewhere: true },
    'protocol-off',
  ],
  ['a token that IMAP refuses and another protocol takes', { ...token, acceptedElsewhere: true }, 'token-refused'],
  ['a token that POP3 refuses', { ...token, protocol: 'pop3' }, 'token-refused'],
  ['a token where it is not known if passwords are taken', { ...token, passwords: 'unknown' }, 'token-refused'],
  ['a password where it is not known if passwords are taken', { passwords: 'unknown' }, 'unknown-refusal'],
  ['the same, and another protocol takes it', { passwords: 'unknown', acceptedElsewhere: true }, 'unknown-refusal'],
  ['a password where passwords are retired', { passwords: 'refused' }, 'basic-auth-retired'],
  ['the same, and SMTP takes it still', { passwords: 'refused', acceptedElsewhere: true }, 'basic-auth-retired'],
  ['a password that another protocol takes', { acceptedElsewhere: true }, 'protocol-off'],
  [
    'an app password that another protocol takes',
    { credential: 'app-password-shape', acceptedElsewhere: true },
    'protocol-off',
  ],
  ['what looks like an app password', { credential: 'app-password-shape' }, 'app-password-wrong'],
  ['any other password', {}, 'app-password-needed'],
  [
    'a token for another service that permits too little',
    { ...token, audience: 'other', permits: 'no' },
    'token-wrong-audience',
  ],
  [
    'a token for another service, of an application',
    { ...token, audience: 'other', bearer: 'application' },
    'token-wrong-audience',
  ],
  [
    'a token of an application that permits too little',
    { ...token, bearer: 'application', permits: 'no' },
    'token-app-only',
  ],
  [
    'a long token that is over, over POP3',
    { ...token, protocol: 'pop3', length: 'long', lifetime: 'over' },
    'token-too-long',
  ],
  ['a password for a work account over SMTP', { protocol: 'smtp', kind: 'work' }, 'smtp-auth-probably-off'],
  [
    'the same, where passwords are retired',
    { protocol: 'smtp', kind: 'work', passwords: 'refused' },
    'smtp-auth-probably-off',
  ],
  [
    'the same, and IMAP takes it',
    { protocol: 'smtp', kind: 'work', acceptedElsewhere: true },
    'smtp-auth-probably-off',
  ],
  [
    'an app password for a work account over SMTP',
    { protocol: 'smtp', kind: 'work', credential: 'app-password-shape' },
    'smtp-auth-probably-off',
  ],
  ['a token for a work account over SMTP', { ...token, protocol: 'smtp', kind: 'work' }, 'token-refused'],
  [
    'the same, by the number of a policy',
    { ...token, protocol: 'smtp', kind: 'work', said: 'policy-number' },
    'smtp-auth-probably-off',
  ],
  ['a password for a work account over IMAP', { kind: 'work' }, 'app-password-needed'],
  [
    'a password for a personal account over SMTP, by the number of a policy',
    { protocol: 'smtp', kind: 'personal', said: 'policy-number' },
    'app-password-needed',
  ],
])('%s', ([, facts, code]) => {
  expect(judgeRefusal({ ...plain, ...facts })).toEqual({
    code,
    certainty: code === 'unknown-refusal' ? 'possible' : 'likely',
  })
})

test('the number of a policy says as much of an account of unknown kind', () => {
  expect(judgeRefusal({ ...plain, protocol: 'smtp', said: 'policy-number' })).toEqual({
    code: 'smtp-auth-probably-off',
    certainty: 'possible',
  })
})

test.for([
  ['smtp', 'smtp-auth-probably-off'],
  ['imap', 'unknown-refusal'],
  ['pop3', 'unknown-refusal'],
] as const)('a password that %s refuses, and whose account it is would tell if it takes any', ([protocol, code]) => {
  expect(judgeRefusal({ ...plain, protocol, passwords: 'either' })).toEqual({ code, certainty: 'possible' })
})

test('what the server says itself stands', () => {
  for (const said of [
    'something-else',
    'client-protocol-error',
    'mailbox-not-connected',
    'connection-dropped',
  ] as const) {
    expect(judgeRefusal({ ...plain, said })).toBeUndefined()
  }
})
