/**
 * SASL over POP3 (RFC 5034): what each mechanism asks, and how its answers become credentials. Pure: it neither judges a
 * secret nor says a word; a response that makes no sense is `undefined`, never an exception.
 */
import { isUtf8 } from 'node:buffer'
import { createHash, timingSafeEqual } from 'node:crypto'

export type MechanismName = 'PLAIN' | 'LOGIN' | 'XOAUTH2'

/** What a client offers to prove who it is. `mechanism` says how; `USER` is USER and PASS. */
export type Credentials =
  | { readonly mechanism: 'USER' | 'LOGIN'; readonly username: string; readonly password: string }
  | {
      readonly mechanism: 'PLAIN'
      readonly username: string
      readonly password: string
      /** On whose behalf (RFC 4616, authzid); empty if the client named nobody. */
      readonly authorize: string
    }
  | { readonly mechanism: 'XOAUTH2'; readonly username: string; readonly token: string }
  | {
      readonly mechanism: 'APOP'
      readonly username: string
      /** MD5 over `timestamp` and the secret, 32 lower-case hex digits. */
      readonly digest: string
      /** As the greeting told it, with its angle brackets. */
      readonly timestamp: string
    }

/** Whether the credentials were made with this password or token, whatever the mechanism. */
export function matches(credentials: Credentials, secret: string): boolean {
  switch (credentials.mechanism) {
    case 'APOP':
      return same(credentials.digest, apopDigest(credentials.timestamp, secret))
    case 'XOAUTH2':
      return same(credentials.token, secret)
    default:
      return same(credentials.password, secret)
  }
}

/** RFC 1939, section 7. */
function apopDigest(timestamp: string, secret: string): string {
  return createHash('md5').update(timestamp).update(secret).digest('hex')
}

/** Compares digests of one length, so that the time it takes tells nothing about the secret. */
function same(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(right))
}

type Mechanism = {
  /** The server's questions in order; the one-line form answers the first before it is asked. */
  readonly challenges: readonly string[]
  readonly read: (responses: readonly Buffer[]) => Credentials | undefined
}

const mechanisms = {
  // RFC 4616
  PLAIN: {
    challenges: [''],
    read: ([response]) => {
      const [authorize, username, password, ...more] = text(response).split('\0')
      if (authorize === undefined || username === undefined || password === undefined || more.length > 0)
        return undefined
      return { mechanism: 'PLAIN', username, password, authorize }
    },
  },
  // draft-murchison-sasl-login
  LOGIN: {
    challenges: ['Username:', 'Password:'],
    read: ([username, password]) => ({ mechanism: 'LOGIN', username: text(username), password: text(password) }),
  },
  // developers.google.com/gmail/imap/xoauth2-protocol
  XOAUTH2: {
    challenges: [''],
    read: ([response]) => {
      const [, username, token] = /^user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01$/i.exec(text(response)) ?? []
      return username === undefined || token === undefined ? undefined : { mechanism: 'XOAUTH2', username, token }
    },
  },
} as const satisfies Record<MechanismName, Mechanism>

export const mechanismNames = Object.keys(mechanisms) as MechanismName[]

/** One exchange on its way: the questions asked and answered so far. */
export class Exchange {
  readonly mechanism: MechanismName
  readonly #responses: Buffer[] = []

  constructor(mechanism: MechanismName) {
    this.mechanism = mechanism
  }

  /** The question that waits for an answer, in base64 as it is sent; `undefined` if all are answered. */
  get challenge(): string | undefined {
    const challenge = mechanisms[this.mechanism].challenges[this.#responses.length]
    return challenge === undefined ? undefined : Buffer.from(challenge).toString('base64')
  }

  /** Takes an answer; false if it is not base64. */
  answer(line: string): boolean {
    const response = fromBase64(line)
    if (response) this.#responses.push(response)
    return response !== undefined
  }

  /** What the answers amount to; `undefined` if they are not what the mechanism wants. */
  credentials(): Credentials | undefined {
    return mechanisms[this.mechanism].read(this.#responses)
  }
}

/** Strict (RFC 4648, section 3.3): no foreign characters, no missing padding. */
export function fromBase64(line: string): Buffer | undefined {
  if (line.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(line)) return undefined
  return Buffer.from(line, 'base64')
}

/** UTF-8 where the octets are UTF-8, else one character an octet: no octet is lost, and equal octets stay equal. */
export function text(octets: Buffer | undefined): string {
  if (!octets) return ''
  return octets.toString(isUtf8(octets) ? 'utf8' : 'latin1')
}
