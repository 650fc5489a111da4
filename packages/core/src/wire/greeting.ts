import type { Hide } from './hide-proof.ts'
import type { Protocol } from '../settings/settings.ts'
import { excerpt, failure } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'

/** A command of the dialog that asks for TLS, how its reply ends, and what the reply must hold. */
type Exchange = { say: string; last: RegExp; accepted: RegExp }

type Dialect = {
  /** The last line of the greeting: SMTP's may have several (RFC 5321, section 4.2). */
  last: RegExp
  welcome: RegExp
  /** The server speaks the protocol and is closed: it says so. */
  closed: RegExp
  upgrade: readonly Exchange[]
}

/**
 * How each protocol greets, and how it is asked for TLS: RFC 2595 (IMAP and POP3), RFC 3207 (SMTP). A server that does not
 * offer it is not asked: an offer that is missing may have been taken out by someone on the way.
 */
export const dialects = {
  imap: {
    last: /^/,
    welcome: /^\* OK\b/i,
    closed: /^\* BYE\b/i,
    upgrade: [
      { say: 'S0 CAPABILITY', last: /^S0 /i, accepted: /^\* CAPABILITY (?:.* )?STARTTLS(?: |$)/im },
      { say: 'S1 STARTTLS', last: /^S1 /i, accepted: /^S1 OK\b/im },
    ],
  },
  pop3: {
    last: /^/,
    welcome: /^\+OK\b/i,
    closed: /^-ERR\b/i,
    upgrade: [
      { say: 'CAPA', last: /^(?:\.$|-ERR\b)/i, accepted: /^STLS *$/im },
      { say: 'STLS', last: /^/, accepted: /^\+OK\b/i },
    ],
  },
  smtp: {
    last: /^(?!\d{3}-)/,
    welcome: /^220\b/,
    closed: /^[45]\d\d\b/,
    upgrade: [
      { say: 'EHLO [127.0.0.1]', last: /^(?!\d{3}-)/, accepted: /^250[- ]STARTTLS *$/im },
      { say: 'STARTTLS', last: /^(?!\d{3}-)/, accepted: /^220\b/ },
    ],
  },
} as const satisfies Record<Protocol, Dialect>

/**
 * What is wrong with a greeting, if anything. IMAP's PREAUTH is refused: a session signed in before anyone gave a name is
 * somebody else's, and on a plain connection it is the way to keep a client from asking for TLS (RFC 2595, section 2.1).
 */
export function greetingFailure(protocol: Protocol, greeting: string, hide: Hide): SparekeyError | undefined {
  const reply = excerpt(hide(greeting))
  if (dialects[protocol].welcome.test(greeting)) return undefined
  if (protocol === 'imap' && /^\* PREAUTH\b/i.test(greeting)) {
    return failure('tls-needed', 'The server says it is signed in already. Nothing was sent.', { reply })
  }
  if (dialects[protocol].closed.test(greeting)) {
    return failure('server-unavailable', 'The server turns connections away at the moment.', { reply })
  }
  return failure('not-a-mail-server', `The server does not greet as a ${protocol.toUpperCase()} server does.`, {
    reply,
  })
}
