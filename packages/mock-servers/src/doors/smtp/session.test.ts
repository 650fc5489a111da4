import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SmtpSession, type SessionServices } from './session.ts'
import type { Step } from './step.ts'

function session(services: Partial<SessionServices> = {}): SmtpSession {
  return new SmtpSession(
    {
      gate: {
        attempt: (attempt, say) => {
          const decision =
            attempt.username === 'hanako'
              ? ({ outcome: 'accepted', reason: 'password', address: 'hanako@hotmail.com', connected: true } as const)
              : ({ outcome: 'refused', reason: 'wrong-password', last: false } as const)
          return { decision, reply: say(decision) }
        },
        onInvalidated: () => undefined,
      },
      submit: () => ({ outcome: 'accepted', messageId: '<1@x>' }),
      now: () => new Date('2021-05-01'),
      frontend: 'A.B',
      limits: { messageOctets: 1000, recipients: 5, badCommands: 1000 },
      parsePath: (name, line) => line.toUpperCase().startsWith(`${name}:`) && { address: 'a@b.example', args: false },
      ...services,
    },
    { id: '0', clientAddress: '127.0.0.1' },
  )
}

const hanako = Buffer.from('hanako').toString('base64')
const word = fc.oneof(
  fc.constantFrom('EHLO x', 'HELO x', 'STARTTLS', 'AUTH LOGIN', `AUTH LOGIN ${hanako}`, hanako, 'AUTH XOAUTH2 =', '*'),
  fc.constantFrom(
    'MAIL FROM:<a@b.example>',
    'RCPT TO:<a@b.example>',
    'DATA',
    'BDAT 3',
    'BDAT 0 LAST',
    'BDAT 2000 LAST',
  ),
  fc.constantFrom('RSET', 'NOOP', 'VRFY x', 'QUIT x', '', ' ', 'constructor', '__proto__'),
  hostileText,
)

/** Does what the step asks for, as the connection would. */
function perform(talk: SmtpSession, step: Step): Step {
  if (step.next.kind === 'tls') talk.secured()
  if (step.next.kind === 'message') return step.next.finish(Buffer.from('a: b\r\n\r\n'))
  if (step.next.kind !== 'octets') return step
  step.next.take(Buffer.alloc(Math.min(step.next.count, 10_000)))
  return step.next.finish()
}

describe('a session', () => {
  test('answers every line it is sent, whatever it is, with exactly one reply', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (lines) => {
        const talk = session()
        for (const line of lines) {
          const first = talk.command(line)
          const last = perform(talk, first)
          const replies = first === last ? first.replies : [...first.replies, ...last.replies]
          const codes = replies.map(({ code }) => code).filter((code) => code !== 354)
          expect(codes).toHaveLength(1)
          expect(codes[0]).toBeGreaterThanOrEqual(220)
          expect(codes[0]).toBeLessThan(600)
        }
      }),
    )
  })

  test('takes no message from anybody who has not signed in behind TLS', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (lines) => {
        let submitted = 0
        const talk = session({
          submit: ({ account }) => {
            expect(account).toBe('hanako@hotmail.com')
            submitted++
            return { outcome: 'accepted', messageId: '<1@x>' }
          },
        })
        for (const line of lines) {
          perform(talk, talk.command(line))
          expect(submitted === 0 || talk.signedIn).toBe(true)
        }
      }),
    )
  })

  test('ends with the bad command that is one too many, and not before', () => {
    const talk = session({ limits: { messageOctets: 1, recipients: 1, badCommands: 3 } })
    const kinds = ['nonsense', 'NOOP', 'BDAT 4', 'RSET', 'BDAT 0'].map(
      (line) => perform(talk, talk.command(line)).next.kind,
    )
    expect(kinds).toEqual(['command', 'command', 'command', 'command', 'close'])
  })
})
