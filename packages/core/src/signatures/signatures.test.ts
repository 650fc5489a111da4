import { describe, expect, test } from 'vitest'
import type { Protocol } from '../settings/settings.ts'
import { meaningOf, signatures, type Meaning } from './signatures.ts'

/** Other servers say with a code what Microsoft does not; Microsoft's own sentences are in evidence.test.ts. */
const coded: [Protocol, rfc: string, reply: string, Meaning][] = [
  ['imap', 'RFC 5530', 'A2 NO [AUTHENTICATIONFAILED] Authentication failed.', 'password-wrong'],
  ['imap', 'RFC 5530', 'A2 NO [UNAVAILABLE] Try later', 'server-unavailable'],
  ['imap', 'RFC 5530', 'A2 NO [INUSE] Somebody is at it', 'server-unavailable'],
  ['imap', 'RFC 5530', 'A2 NO [SERVERBUG] This should not happen', 'server-unavailable'],
  ['pop3', 'RFC 3206', '-ERR [AUTH] Authentication failed.', 'password-wrong'],
  ['pop3', 'RFC 2449', '-ERR [IN-USE] Mailbox locked', 'throttled'],
  ['smtp', 'RFC 4954', '535 5.7.8 Authentication credentials invalid', 'password-wrong'],
  ['smtp', 'RFC 5321', '421 mail.example Service not available', 'server-unavailable'],
  ['imap', 'RFC 5530', 'A2 NO [LIMIT] Too many', 'throttled'],
  ['pop3', 'RFC 3206', '-ERR [SYS/TEMP] Later', 'server-unavailable'],
  ['pop3', 'RFC 2449', '-ERR [LOGIN-DELAY] Not so soon', 'throttled'],
  ['smtp', 'RFC 4954', '535-5.7.8 Authentication\n535 5.7.8 credentials invalid', 'password-wrong'],
]

describe('a code', () => {
  test.for(coded)('%s %s', ([protocol, , reply, meaning]) => {
    expect(meaningOf(protocol, reply)).toBe(meaning)
  })
})

test('a word of one protocol means nothing on another, and an unknown sentence means nothing', () => {
  expect(meaningOf('pop3', 'A2 NO LOGIN failed.')).toBeUndefined()
  expect(meaningOf('imap', 'A2 NO I do not like you.')).toBeUndefined()
  expect(meaningOf('smtp', '535 5.7.139 Authentication unsuccessful, something new.')).toBeUndefined()
})

test.for<[Protocol, string]>([
  ['imap', 'A2 NO so it said: * BYE Connection is closed. 10'],
  ['imap', 'A2 NO so it said: * BYE Connection is closed. 12'],
  ['imap', 'A2 OK LOGIN failed. Never mind'],
  ['pop3', '-ERR so it said: -ERR Connection is closed. 11'],
  ['smtp', '550 so it said: 535 5.7.8 wrong'],
  ['smtp', '550 so it said: 421 later'],
])(
  'a sentence that belongs to the end of a line or its beginning means nothing elsewhere: %s %s',
  ([protocol, reply]) => {
    expect(meaningOf(protocol, reply)).toBeUndefined()
  },
)

test.for(signatures)('$pattern names its evidence, a row or an RFC: $evidence', ({ evidence }) => {
  expect(evidence).toMatch(/^(?:MS-(?:IMAP|POP3|SMTP)-\d\d|RFC \d{4}, section [\d.]+)$/)
})

test('no signature can be made to work for long', () => {
  const long = ['a', ' ', '5.7.3 ', 'LOGIN failed', '* BYE Connection is closed. '].map((piece) =>
    piece.repeat(200_000).slice(0, 131_072),
  )
  // One that looks again and again for what is not there would never come to an end here.
  for (const text of long) for (const { pattern } of signatures) expect(pattern.test(text)).toBeTypeOf('boolean')
})
