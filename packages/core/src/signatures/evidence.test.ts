/**
 * Every sentence of the evidence table on POP3, IMAP and SMTP, and what it means to a person; what is not listed means
 * nothing to us. So a signature that is lost, or knows more than it should, is noticed.
 */
import { evidence, filled, rowOf } from '@sparekey/evidence'
import { describe, expect, test } from 'vitest'
import type { Protocol } from '../settings/settings.ts'
import { type Meaning, meaningOf, signatures } from './signatures.ts'

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
  'sender-not-allowed': ['MS-SMTP-27', 'MS-SMTP-28', 'MS-SMTP-71'],
  'account-blocked': ['MS-IMAP-12', 'MS-IMAP-12 2', 'MS-SMTP-32'],
  'mailbox-not-connected': ['MS-IMAP-13', 'MS-IMAP-14', 'MS-IMAP-15', 'MS-POP3-18'],
  'token-expired': ['MS-IMAP-38', 'MS-POP3-46'],
  throttled: [
    'MS-IMAP-35',
    'MS-IMAP-55',
    'MS-IMAP-55 2',
    'MS-POP3-45',
    'MS-SMTP-29',
    'MS-SMTP-30',
    'MS-SMTP-31',
    'MS-SMTP-59',
    'MS-SMTP-61',
  ],
  'server-unavailable': [
    'MS-IMAP-32',
    'MS-IMAP-33',
    'MS-IMAP-37',
    'MS-POP3-40',
    'MS-POP3-41',
    'MS-POP3-44',
    'MS-SMTP-33',
    'MS-SMTP-51',
    // Nothing but the class of the code is known of these.
    'MS-SMTP-56',
    'MS-SMTP-57',
    'MS-SMTP-58',
    'MS-SMTP-60',
    // The same, and wrong: their causes do not pass by themselves.
    'MS-SMTP-69',
    'MS-SMTP-72',
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
  expect(meaningOf(protocol, reply)).toBe(expected.get(name))
})

test('what is listed is in the table', () => {
  const names = new Set(wordings.map(({ name }) => name))
  expect([...expected.keys()].filter((name) => !names.has(name))).toEqual([])
})

describe('a signature', () => {
  const ofMicrosoft = signatures.filter(({ evidence }) => evidence.startsWith('MS-'))

  test.for(ofMicrosoft)('$pattern is what its row is known by: $evidence', (signature) => {
    const known = wordings
      .filter(({ id }) => id === signature.evidence)
      .map(({ protocol, reply }) => signatures.find(({ on, pattern }) => on.includes(protocol) && pattern.test(reply)))
    expect(known).toContain(signature)
  })

  test('names a row of its own protocol', () => {
    for (const { on, evidence } of ofMicrosoft) expect(on).toEqual([rowOf(evidence).service])
  })
})
