/**
 * Every sentence of the evidence table on POP3, IMAP and SMTP, and what it means to a person; what is not listed means
 * nothing to us. So a signature that is lost, or knows more than it should, is noticed.
 */
import { evidence, filled, rowOf } from '@sparekey/evidence'
import { describe, expect, test } from 'vitest'
import type { Protocol } from '../settings/settings.ts'
import { type Meaning, readReply, signatures } from './signatures.ts'

/** By row; `MS-IMAP-10 2` is its second wording. */
const meanings: Readonly<Partial<Record<Meaning, readonly string[]>>> = {
  'basic-auth-retired': [
    'MS-IMAP-10',
    'MS-IMAP-11',
    'MS-POP3-08',
    'MS-POP3-10 2',
    'MS-POP3-50',
    'MS-SMTP-12',
    'MS-SMTP-18',
  ],
  'smtp-auth-off-mailbox': ['MS-SMTP-14'],
  'smtp-auth-off-tenant': ['MS-SMTP-15', 'MS-SMTP-15 2'],
  'security-defaults': ['MS-SMTP-16'],
  'policy-blocked': ['MS-SMTP-17', 'MS-SMTP-17 2'],
  'not-authenticated': ['MS-SMTP-19', 'MS-SMTP-20'],
  'sender-not-allowed': ['MS-SMTP-27', 'MS-SMTP-28', 'MS-SMTP-71'],
  'sender-restricted': ['MS-SMTP-32'],
  'sender-unverified': ['MS-SMTP-67', 'MS-SMTP-67 2'],
  'account-blocked': ['MS-IMAP-12', 'MS-IMAP-12 2', 'MS-IMAP-38 2', 'MS-POP3-46 2'],
  'sign-in-again': ['MS-IMAP-38 3', 'MS-POP3-46 3'],
  'mailbox-not-connected': ['MS-IMAP-13', 'MS-IMAP-14', 'MS-IMAP-15', 'MS-POP3-18', 'MS-SMTP-69'],
  'mailbox-full': ['MS-SMTP-66'],
  'message-too-large': ['MS-SMTP-54', 'MS-SMTP-55'],
  'too-many-recipients': ['MS-SMTP-56'],
  'recipient-refused': ['MS-SMTP-46'],
  'relay-refused': ['MS-SMTP-64'],
  'recipient-unreachable': ['MS-SMTP-63'],
  'quota-exceeded': ['MS-SMTP-30', 'MS-SMTP-31'],
  'tls-needed': ['MS-SMTP-52'],
  'tls-too-old': ['MS-SMTP-72'],
  'token-expired': ['MS-IMAP-38', 'MS-POP3-46'],
  'idle-timeout': ['MS-IMAP-34', 'MS-IMAP-36', 'MS-POP3-42', 'MS-POP3-43', 'MS-SMTP-57'],
  'connection-dropped': ['MS-SMTP-60'],
  'client-protocol-error': [
    'MS-IMAP-29',
    'MS-POP3-14',
    'MS-POP3-49',
    'MS-SMTP-22',
    'MS-SMTP-22 2',
    'MS-SMTP-35',
    ...'39 40 41 42 43 44 45 48 49 50 53 58 62 70'.split(' ').map((number) => `MS-SMTP-${number}`),
    'MS-SMTP-70 2',
  ],
  throttled: ['MS-IMAP-35', 'MS-IMAP-55', 'MS-IMAP-55 2', 'MS-POP3-45', 'MS-SMTP-29', 'MS-SMTP-59', 'MS-SMTP-61'],
  'server-unavailable': [
    'MS-IMAP-32',
    'MS-IMAP-33',
    'MS-IMAP-37',
    'MS-POP3-40',
    'MS-POP3-41',
    'MS-POP3-44',
    'MS-SMTP-33',
    'MS-SMTP-51',
  ],
  'plain-refusal': [
    'MS-IMAP-09',
    'MS-IMAP-10 2',
    'MS-IMAP-18',
    'MS-IMAP-19',
    'MS-IMAP-20',
    'MS-POP3-07',
    'MS-POP3-09',
    'MS-POP3-10',
    'MS-POP3-13',
    'MS-SMTP-09',
    'MS-SMTP-10',
    'MS-SMTP-11',
    'MS-SMTP-13',
    'MS-SMTP-21',
  ],
}
const expected = new Map(
  Object.entries(meanings).flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)),
)

const protocols = new Set<string>(['pop3', 'imap', 'smtp'] satisfies Protocol[])
const wordings = evidence.rows
  .filter(({ service }) => protocols.has(service))
  .flatMap(({ id, service, words }) =>
    words.map(({ text = '' }, index) => ({
      name: index === 0 ? id : `${id} ${index + 1}`,
      id,
      protocol: service as Protocol,
      reply: filled(text).replaceAll('\r\n', '\n'),
    })),
  )

test.for(wordings)('$name means what it is listed to mean', ({ name, protocol, reply }) => {
  expect(readReply(protocol, reply)?.means).toBe(expected.get(name))
})

/** What the sentence of a row tells with less than certainty. */
const unsure: Readonly<Record<string, string>> = {
  'MS-IMAP-29': 'possible',
  ...Object.fromEntries(
    '22 39 40 41 42 43 44 45 46 48 53 60 63 69'.split(' ').map((id) => [`MS-SMTP-${id}`, 'likely']),
  ),
}

test.for(wordings)('$name is as sure as it is listed to be', ({ name, id, protocol, reply }) => {
  const certainty = expected.has(name) ? (unsure[id] ?? 'certain') : undefined
  expect(readReply(protocol, reply)?.certainty).toBe(certainty)
})

/** Refusals that mean nothing of their own, and why. */
const unread: Readonly<Record<string, readonly string[]>> = {
  'the client took the sign-in back itself': ['MS-POP3-15', 'MS-IMAP-21'],
  'an answer to one command, which the program that gave it is told by its name': [
    ...'17 33 34 35 36 37 38 39'.split(' ').map((number) => `MS-POP3-${number}`),
    ...'22 23 24 25 26 27 28 31 40 58 64 65'.split(' ').map((number) => `MS-IMAP-${number}`),
  ],
  'a message or a folder that is not there, or not as was asked': [
    ...'25 26 27'.split(' ').map((number) => `MS-POP3-${number}`),
    ...'30 46 52 53 56 57 60'.split(' ').map((number) => `MS-IMAP-${number}`),
  ],
  'it refuses nothing: a warning, or a farewell that was asked for': ['MS-IMAP-48', 'MS-IMAP-50'],
  'the answer that stands before it says why': ['MS-IMAP-29'],
  'of a message with a sender that is no address no finding tells more': ['MS-SMTP-47'],
}

const refuses: Readonly<Record<Protocol, RegExp>> = {
  imap: /^(?:\S+ (?:NO|BAD) |\* BYE )/m,
  pop3: /^-ERR/m,
  smtp: /^[45]\d\d[ -]/m,
}

test.for(wordings.filter(({ protocol, reply }) => refuses[protocol].test(reply)))(
  '$name refuses, and has a meaning or a reason to have none',
  ({ name, id }) => {
    expect(expected.has(name) || Object.values(unread).flat().includes(id)).toBe(true)
  },
)

test('what is listed is in the table', () => {
  const names = new Set(wordings.map(({ name }) => name))
  expect([...expected.keys()].filter((name) => !names.has(name))).toEqual([])
})

describe('a signature', () => {
  const ofMicrosoft = signatures.filter(({ evidence }) => evidence.startsWith('MS-'))

  test.for(ofMicrosoft)('$pattern is what its row is known by: $evidence', (signature) => {
    const known = wordings
      .filter(({ id }) => id === signature.evidence)
      .map(({ protocol, reply }) => signatures.find(({ on, pattern }) => on === protocol && pattern.test(reply)))
    expect(known).toContain(signature)
  })

  test('names a row of its own protocol', () => {
    for (const { on, evidence } of ofMicrosoft) expect(on).toBe(rowOf(evidence).service)
  })
})
