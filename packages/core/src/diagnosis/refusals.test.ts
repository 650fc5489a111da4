import { expect, test } from 'vitest'
import { judgeRefusal, type RefusalFacts } from './refusals.ts'

/** A plain refusal about which nothing else is known. */
const plain: RefusalFacts = {
  credential: 'other-secret',
  protocol: 'imap',
  passwords: 'accepted',
  acceptedElsewhere: false,
  lifetime: 'unknown',
  account: 'unknown',
  permits: 'unknown',
}
const token = { credential: 'token' } as const

/** Each case that speaks of two causes fits two rows: the one named is first. */
test.for<[string, Partial<RefusalFacts>, ReturnType<typeof judgeRefusal>['code']]>([
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
])('%s', ([, facts, code]) => {
  expect(judgeRefusal({ ...plain, ...facts })).toEqual({
    code,
    certainty: code === 'unknown-refusal' ? 'possible' : 'likely',
  })
})
