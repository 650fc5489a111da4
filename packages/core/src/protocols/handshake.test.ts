import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileOctets, hostileText } from '@sparekey/testkit/hostile'
import { chunks } from '@sparekey/testkit/chunks'
import type { Proof } from '../credentials/credentials.ts'
import type { Security } from '../settings/settings.ts'
import { converse } from '../testing/converse.ts'
import { Lines } from '../wire/lines.ts'
import { maxLineBytes } from '../wire/size-limits.ts'
import type { Welcome } from './dialect.ts'
import { dialects } from './dialects.ts'
import { Stop, type Dialogue, type Move } from './dialogue.ts'
import { askCapabilities, open, signIn } from './handshake.ts'
import { loginOf } from './login.ts'

const protocols = ['imap', 'pop3', 'smtp'] as const
const everySecurity = ['tls', 'starttls', 'none'] as const
const horse: Proof = { secret: 'correct-horse' }

/** All of it, as a probe has it. */
function* handshake(
  protocol: keyof typeof dialects,
  security: Security,
  { proof, look = false, onReveal = () => {} }: { proof?: Proof | undefined; look?: boolean; onReveal?: () => void } = {
    proof: horse,
  },
): Dialogue<Welcome | undefined> {
  const dialect = dialects[protocol]
  const secure = yield* open(dialect, security)
  const offered = yield* askCapabilities(dialect)
  const login = loginOf('hanako', proof, onReveal)
  return yield* signIn(dialect, { secure, offered, login, asked: proof !== undefined, look })
}

const inside = {
  imap: 'C: A1 CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: A1 OK\nC: A2 LOGIN "hanako" "correct-horse"\nS: A2 OK in',
  pop3: 'C: CAPA\nS: +OK\nS: USER\nS: .\nC: USER hanako\nS: +OK\nC: PASS correct-horse\nS: +OK in',
  smtp: `C: EHLO [127.0.0.1]\nS: 250-x\nS: 250 AUTH LOGIN\nC: AUTH LOGIN\nS: 334 \nC: aGFuYWtv\nS: 334 \nC: Y29ycmVjdC1ob3JzZQ==\nS: 235 in`,
}
const greeting = { imap: 'S: * OK', pop3: 'S: +OK', smtp: 'S: 220' }
const upgrade = {
  imap: 'C: A1 CAPABILITY\nS: * CAPABILITY STARTTLS AUTH=PLAIN LOGINDISABLED\nS: A1 OK\nC: T2 STARTTLS\nS: T2 OK',
  pop3: 'C: CAPA\nS: +OK\nS: STLS\nS: SASL XOAUTH2\nS: .\nC: STLS\nS: +OK',
  smtp: 'C: EHLO [127.0.0.1]\nS: 250-x\nS: 250-AUTH GSSAPI\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go',
}

describe.each(protocols)('%s', (protocol) => {
  test('with TLS from the first byte is spoken inside it alone', () => {
    const conversation = converse(handshake(protocol, 'tls'), `C: (TLS)\n${greeting[protocol]}\n${inside[protocol]}`)
    expect(conversation.value?.reply).toMatch(/in$/)
    expect(conversation.steps).toEqual(['tls', 'greeting', 'capabilities', 'sign-in'])
  })

  test('with STARTTLS is asked again under TLS, where what was offered before counts for nothing', () => {
    const conversation = converse(
      handshake(protocol, 'starttls'),
      `${greeting[protocol]}\n${upgrade[protocol]}\nC: (TLS)\n${inside[protocol]}`,
    )
    expect(conversation.value?.reply).toMatch(/in$/)
    expect(conversation.steps).toEqual(['greeting', 'tls', 'capabilities', 'sign-in'])
  })

  test('without TLS is no way to sign in', () => {
    const [capabilities] = inside[protocol].split(/\nC: (?:A2|USER|AUTH)/)
    const conversation = converse(handshake(protocol, 'none'), `${greeting[protocol]}\n${capabilities}`)
    expect(conversation.steps).toEqual(['tls skipped no-tls', 'greeting', 'capabilities', 'sign-in skipped no-tls'])
  })

  test('is not signed in to where nobody asked for it, or where there is no way', () => {
    const [capabilities] = inside[protocol].split(/\nC: (?:A2|USER|AUTH)/)
    const dialogue = `C: (TLS)\n${greeting[protocol]}\n${capabilities}`
    const last = (proof: Proof | undefined) => converse(handshake(protocol, 'tls', { proof }), dialogue).steps.at(-1)
    expect(last(undefined)).toBe('sign-in skipped not-asked')
    expect(last({ token: 'EwB4' })).toBe('sign-in skipped token-not-offered')
  })
})

test('a mailbox is looked at if that is wished, and its no is the end of the sign-in', () => {
  const dialogue = `C: (TLS)\n${greeting.imap}\n${inside.imap}\nC: A3 STATUS INBOX (MESSAGES)\nS: A3 BAD not connected`
  expect(converse(handshake('imap', 'tls', { proof: horse, look: true }), dialogue).stopped).toEqual({
    word: 'refused',
    reply: 'A3 BAD not connected',
  })
  expect(
    converse(handshake('smtp', 'tls', { proof: horse, look: true }), `C: (TLS)\n${greeting.smtp}\n${inside.smtp}`)
      .value,
  ).toEqual({
    reply: '235 in',
  })
})

/** Everything that a server of any of the protocols says, so that some dialogues come far. */
const reply = fc.constantFrom(
  ...'* OK|+OK|220 x|* PREAUTH|* BYE|-ERR|421 x|A1 OK|T2 OK|A2 OK|A3 OK|A2 NO|+|+ eyJ9|334 x|235 x|535 x'.split('|'),
  ...'* CAPABILITY AUTH=PLAIN STARTTLS|STLS|USER|SASL XOAUTH2|.|250-x|250 STARTTLS|250 AUTH LOGIN'.split('|'),
)
const said = fc.oneof(
  { weight: 12, arbitrary: reply.map((line) => Buffer.from(`${line}\r\n`)) },
  hostileOctets,
  hostileText.map((text) => Buffer.from(`${text}\r\n`)),
  fc.constantFrom('x'.repeat(maxLineBytes + 1), '* OK\n', '* OK\0\r\n').map((text) => Buffer.from(text)),
)

/** What the server says in a transcript. */
function heardIn(transcript: string): Buffer[] {
  const lines = transcript.split('\n').filter((line) => line.startsWith('S: '))
  return lines.map((line) => Buffer.from(`${line.slice(3)}\r\n`))
}

/** Drives a handshake with whatever a server says, in pieces, and keeps what it did. */
function drive(dialogue: Dialogue<unknown>, octets: Buffer[]): { did: Move[]; end: unknown } {
  const lines = new Lines()
  const did: Move[] = []
  let turn = dialogue.next()
  try {
    while (!turn.done) {
      did.push(turn.value)
      let line: string | undefined = ''
      if (turn.value.do === 'hear') {
        while ((line = lines.next()) === undefined) {
          const piece = octets.shift()
          if (!piece) return { did, end: 'waits' }
          lines.push(piece)
        }
      }
      turn = dialogue.next(line)
    }
    return { did, end: 'over' }
  } catch (error) {
    return { did, end: error }
  }
}

describe('whatever a server says', () => {
  const protocol = fc.constantFrom(...protocols)
  /** Anything at all; or a good dialogue in which a line or two are something else. */
  const session = protocol.chain((protocol) => {
    const good = heardIn(`${greeting[protocol]}\n${upgrade[protocol]}\n${inside[protocol]}`)
    const change = fc.tuple(fc.nat(good.length), fc.nat(2), fc.array(said, { maxLength: 2 }))
    const changed = fc.array(change, { maxLength: 2 }).map((changes) => {
      const lines = [...good]
      for (const [at, gone, instead] of changes) lines.splice(at, gone, ...instead)
      return lines
    })
    return fc.record({ protocol: fc.constant(protocol), octets: fc.oneof(changed, fc.array(said, { maxLength: 14 })) })
  })
  const proof = fc.constantFrom<Proof[]>({ secret: 'correct-horse' }, { secret: '桜horse' }, { token: 'EwB4horse' })
  const secrets = ['horse', 'EwB4', 'aG9yc2', 'hvcnNl', 'ob3JzZ']

  test('the dialogue ends with a word, and nothing is said without TLS but what asks for it', () => {
    fc.assert(
      fc.property(session, fc.constantFrom(...everySecurity), proof, ({ protocol, octets }, security, proof) => {
        let revealed = false
        const dialogue = handshake(protocol, security, { proof, look: true, onReveal: () => (revealed = true) })
        const { did, end } = drive(dialogue, [...octets])
        const word = end instanceof Stop ? end.word : (end as { details?: { problem?: string } }).details?.problem
        expect(['waits', 'over'].includes(end as string) || word !== undefined).toBe(true)
        const secure = did.findIndex((move) => move.do === 'secure')
        const plain = (secure < 0 ? did : did.slice(0, secure)).flatMap((move) =>
          move.do === 'say' ? [move.line] : [],
        )
        expect(plain.every((line) => /^(?:A1 CAPABILITY|T2 STARTTLS|CAPA|STLS|EHLO \S+|STARTTLS)$/.test(line))).toBe(
          true,
        )
        expect(revealed && secure < 0).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('the secret is said once at most, and no line has a line end in it', () => {
    fc.assert(
      fc.property(session, proof, ({ protocol, octets }, proof) => {
        const { did } = drive(handshake(protocol, 'starttls', { proof }), [...octets])
        const spoken = did.flatMap((move) => (move.do === 'say' ? [move.line] : []))
        expect(spoken.filter((line) => secrets.some((part) => line.includes(part))).length).toBeLessThanOrEqual(1)
        expect(spoken.every((line) => !/[\r\n\0]/.test(line))).toBe(true)
        expect(spoken.length).toBeLessThanOrEqual(9)
      }),
      { numRuns: 2000 },
    )
  })

  test.each(protocols)('by %s, a dialogue goes the same way however its bytes were cut', (protocol) => {
    const octets = Buffer.concat(heardIn(`${greeting[protocol]}\n${inside[protocol]}`))
    const whole = drive(handshake(protocol, 'tls'), [octets])
    expect(whole.end).toBe('over')
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 40 }), (sizes) => {
        expect(drive(handshake(protocol, 'tls'), chunks(octets, sizes))).toEqual(whole)
      }),
    )
  })

  test.each(protocols)('by %s, every beginning of a good dialogue leaves the client waiting', (protocol) => {
    const octets = Buffer.concat(heardIn(`${greeting[protocol]}\n${inside[protocol]}`))
    for (let length = 0; length < octets.length; length++) {
      expect(drive(handshake(protocol, 'tls'), [octets.subarray(0, length)]).end).toBe('waits')
    }
  })
})
