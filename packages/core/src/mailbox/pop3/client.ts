import { checkCredentials, type Credentials } from '../../credentials/credentials.ts'
import type { SparekeyError } from '../../errors/sparekey-error.ts'
import { hiderOf, type Hide } from '../../wire/hide-proof.ts'
import type { Network } from '../../network/network.ts'
import { saslResponses, type SaslMechanism } from '../../protocols/sasl.ts'
import type { Endpoint } from '../../settings/settings.ts'
import { openChannel } from '../../wire/channel.ts'
import { badMessage, failure, protocolBroken, sessionFailure } from '../../errors/failure.ts'
import { defaultMaxMessageBytes } from '../mailbox.ts'
import { parseCapabilities, parseList, parseStat, parseUidl, type Listing } from './listing.ts'
import type { Reply } from './reply.ts'
import { Pop3Wire } from './wire.ts'

export type Pop3Limits = {
  /** Octets of one message; a longer one ends the connection. */
  messageBytes: number
  /** Octets of a UIDL, LIST or CAPA reply. */
  listingBytes: number
  /** Octets kept of a message's header by `headers`. */
  headerBytes: number
}

const defaultLimits: Pop3Limits = {
  messageBytes: defaultMaxMessageBytes,
  listingBytes: 32 * 1024 * 1024,
  headerBytes: 256 * 1024,
}

const noUidl =
  'The server has no UIDL, which POP3 leaves open (RFC 1939, section 7). Without it no message has a name to ask for it by: use IMAP.'

/** Commands in flight at a time where the server offers PIPELINING (RFC 2449, section 6.8). */
const pipelineWindow = 32

/**
 * A POP3 session (RFC 1939, 2449, 2595, 5034) over a verified channel. One command is under way at a time: a message that
 * is being retrieved must be read to its end, or the connection ends. Deletions take effect at `quit`, and only there.
 */
export class Pop3Client implements AsyncDisposable {
  readonly #wire: Pop3Wire
  readonly #limits: Pop3Limits
  #capabilities: Map<string, string[]> | undefined

  private constructor(wire: Pop3Wire, limits: Pop3Limits) {
    this.#wire = wire
    this.#limits = limits
  }

  /** Connects, by STLS if the endpoint says so, and verifies the server. Throws with a finding's code. */
  static async connect(
    endpoint: Endpoint,
    network: Network,
    options: {
      signal?: AbortSignal | undefined
      limits?: Partial<Pop3Limits> | undefined
      /** Takes out of a refusal what it must not repeat; after `signIn`, secret and token never stand in any. */
      hide?: Hide | undefined
    } = {},
  ): Promise<Pop3Client> {
    const { socket } = await openChannel(endpoint, network, options)
    return new Pop3Client(new Pop3Wire(socket, network), { ...defaultLimits, ...options.limits })
  }

  /** What the server offers, names in upper case; empty if it does not know CAPA. Asked once before and after sign-in. */
  async capabilities(): Promise<Map<string, string[]>> {
    if (this.#capabilities) return this.#capabilities
    const reply = await this.#ask('CAPA')
    this.#capabilities = reply.ok ? parseCapabilities(await this.#wire.shortText(this.#limits.listingBytes)) : new Map()
    return this.#capabilities
  }

  /**
   * One attempt, with the way the server offers: USER and PASS, else SASL. Throws `sign-in-refused` with the server's
   * words in `details.reply`; if the server offers no way to send the secret or token, nothing is sent.
   */
  async signIn(credentials: Credentials): Promise<void> {
    checkCredentials(credentials)
    this.#wire.hide = hiderOf('pop3', credentials)
    const offered = await this.capabilities()
    const mechanisms = offered.get('SASL')?.map((name) => name.toUpperCase()) ?? []
    const { username, secret, token } = credentials
    if (token !== undefined) {
      if (!mechanisms.includes('XOAUTH2')) throw this.#notOffered('access tokens', mechanisms)
      await this.#authenticate('XOAUTH2', saslResponses.XOAUTH2(username, token))
    } else if (mechanisms.includes('PLAIN') && (!offered.has('USER') || !isAscii(username + secret))) {
      // PASS has no rule for letters beyond ASCII; SASL PLAIN says UTF-8.
      await this.#authenticate('PLAIN', saslResponses.PLAIN(username, secret))
    } else if (offered.has('USER') || offered.size === 0) {
      accept(await this.#ask(`USER ${username}`))
      accept(await this.#ask(`PASS ${secret}`))
    } else {
      throw this.#notOffered('passwords', mechanisms)
    }
    this.#capabilities = undefined
  }

  async stat(): Promise<{ messages: number; octets: number }> {
    return parseStat((await this.#demand('STAT')).text, this.#wire.hide)
  }

  /** Octets of every message. */
  async list(): Promise<Listing<number>> {
    await this.#demand('LIST')
    return parseList(await this.#wire.text(this.#limits.listingBytes), this.#wire.hide)
  }

  /**
   * The unique id of every message, which stays the same from one session to the next. Throws `protocol-broken` where the
   * server does without.
   */
  async uidl(): Promise<Listing<string>> {
    await this.#demand('UIDL', noUidl)
    return parseUidl(await this.#wire.text(this.#limits.listingBytes), this.#wire.hide)
  }

  /** The header and the first `lines` lines of a message's body, cut at the limit for headers. */
  async top(number: number, lines: number): Promise<Buffer> {
    await this.#demandMessage(`TOP ${number} ${lines}`)
    return this.#wire.start(this.#limits.headerBytes, this.#limits.messageBytes)
  }

  /** The headers of several messages, in the given order; `undefined` where the server does not give one. */
  async *headers(numbers: readonly number[]): AsyncGenerator<{ number: number; header: Buffer | undefined }> {
    const window = (await this.capabilities()).has('PIPELINING') ? pipelineWindow : 1
    const { headerBytes, messageBytes } = this.#limits
    let unread = 0
    try {
      for (let start = 0; start < numbers.length; start += window) {
        const batch = numbers.slice(start, start + window)
        this.#wire.send(...batch.map((number) => `TOP ${number} 0`))
        unread = batch.length
        for (const number of batch) {
          const { ok } = await this.#wire.reply()
          const header = ok ? await this.#wire.start(headerBytes, messageBytes) : undefined
          unread--
          yield { number, header }
        }
      }
    } finally {
      // A reader that stops early leaves replies behind that the next command would take for its own.
      if (unread > 0) this.close()
    }
  }

  /** A message's octets as they come; whole only if the iteration ends by itself. */
  async *retrieve(number: number): AsyncGenerator<Buffer, void, undefined> {
    await this.#demandMessage(`RETR ${number}`)
    let size = 0
    for await (const piece of this.#wire.body()) {
      size += piece.length
      if (size > this.#limits.messageBytes) {
        throw badMessage('too-large', `The message is larger than ${this.#limits.messageBytes} bytes.`)
      }
      yield piece
    }
  }

  /** Marks a message for deletion at `quit`. */
  async delete(number: number): Promise<void> {
    await this.#demandMessage(`DELE ${number}`)
  }

  /** Takes back all deletions of this session. */
  async reset(): Promise<void> {
    await this.#demand('RSET')
  }

  async noop(): Promise<void> {
    await this.#demand('NOOP')
  }

  /** Ends the session in order: deletions take effect. */
  async quit(): Promise<void> {
    await this.#demand('QUIT')
    this.#wire.close()
  }

  /** Ends the connection at once; nothing is deleted. */
  close(): void {
    this.#wire.close()
  }

  /** Quits if the connection still stands; what goes wrong then no longer matters. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.quit().catch(() => this.close())
  }

  async #ask(command: string): Promise<Reply> {
    this.#wire.send(command)
    return this.#wire.reply()
  }

  async #demand(command: string, meaning = `The server refused ${command.split(' ', 1)[0]}.`): Promise<Reply> {
    const reply = await this.#ask(command)
    if (reply.ok) return reply
    const ended = sessionFailure(reply.line)
    if (ended) throw ended
    throw failure('protocol-broken', meaning, { reply: reply.line })
  }

  async #demandMessage(command: string): Promise<void> {
    const reply = await this.#ask(command)
    if (!reply.ok) throw failure('message-missing', 'The server does not have this message.', { reply: reply.line })
  }

  /** SASL in its two-line form (RFC 5034, section 4), which every server takes; one round of it. */
  async #authenticate(mechanism: SaslMechanism, response: string): Promise<void> {
    this.#wire.send(`AUTH ${mechanism}`)
    let reply = await this.#wire.replyOrTurn()
    if (reply?.ok) throw protocolBroken('The server accepted a sign-in before it was given one.', reply.line)
    if (reply === undefined) {
      this.#wire.send(response)
      reply = await this.#wire.replyOrTurn()
    }
    if (reply === undefined) {
      // XOAUTH2 tells its error as another challenge; an empty answer brings the refusal.
      this.#wire.send('')
      reply = await this.#wire.reply()
    }
    accept(reply)
  }

  #notOffered(what: string, mechanisms: string[]): SparekeyError {
    const reply = this.#wire.hide(['SASL', ...mechanisms].join(' '))
    return failure('sign-in-refused', `The server takes no ${what} here. Nothing was sent.`, { reply })
  }
}

/** Response codes that say something other than "wrong": RFC 2449, section 8.1.1, and RFC 3206. */
const temporary: Readonly<Record<string, 'server-unavailable' | 'throttled'>> = {
  'IN-USE': 'server-unavailable',
  'SYS/TEMP': 'server-unavailable',
  'LOGIN-DELAY': 'throttled',
}

function accept(reply: Reply): void {
  if (reply.ok) return
  const code = temporary[reply.code ?? ''] ?? 'sign-in-refused'
  throw failure(code, 'The server refused the sign-in.', { reply: reply.line })
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}
