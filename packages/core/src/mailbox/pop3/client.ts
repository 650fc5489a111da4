import { checkCredentials, type Credentials } from '../../credentials/credentials.ts'
import type { Hide } from '../../wire/hide-proof.ts'
import type { Network } from '../../network/network.ts'
import type { Endpoint } from '../../settings/settings.ts'
import type { Channel } from '../../wire/channel.ts'
import { failureSaid } from '../../wire/said.ts'
import { capabilitiesOver, openChannel, signInOver } from '../../wire/sign-in.ts'
import { badMessage, failure } from '../../errors/failure.ts'
import type { ProtocolProblem } from '../../errors/protocol-problems.ts'
import { defaultMaxMessageBytes } from '../mailbox.ts'
import { parseCapabilities, parseList, parseStat, parseUidl, type Listing } from './listing.ts'
import type { Reply } from './reply.ts'
import { Pop3Wire } from './wire.ts'

/** How much a server may send. */
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

/** Commands in flight at a time where the server offers PIPELINING (RFC 2449, section 6.8). */
const pipelineWindow = 32

/**
 * A POP3 session (RFC 1939, 2449, 2595, 5034) over a verified channel. One command is under way at a time: a message that
 * is being retrieved must be read to its end, or the connection ends. Deletions take effect at `quit`, and only there.
 */
export class Pop3Client implements AsyncDisposable {
  readonly #channel: Channel
  readonly #wire: Pop3Wire
  readonly #limits: Pop3Limits
  #offered: string[] | undefined

  private constructor(channel: Channel, limits: Pop3Limits) {
    this.#channel = channel
    this.#wire = new Pop3Wire(channel)
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
    const { limits, ...rest } = options
    return new Pop3Client(await openChannel(endpoint, network, rest), { ...defaultLimits, ...limits })
  }

  /** What the server offers, names in upper case; empty if it does not know CAPA. Asked once before and after sign-in. */
  async capabilities(): Promise<Map<string, string[]>> {
    return parseCapabilities((await this.#offers()).join('\r\n'))
  }

  async #offers(): Promise<string[]> {
    this.#offered ??= await capabilitiesOver(this.#channel)
    return this.#offered
  }

  /**
   * One attempt, with the way the server offers: USER and PASS, else SASL. Throws `sign-in-refused` with the server's
   * words in `details.reply`; if the server offers no way to send the secret or token, nothing is sent.
   */
  async signIn(credentials: Credentials): Promise<void> {
    checkCredentials(credentials)
    await signInOver(this.#channel, await this.#offers(), credentials)
    this.#offered = undefined
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
    await this.#demand('UIDL', 'no-uidl')
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
        throw badMessage('too-large', { most: this.#limits.messageBytes })
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

  async #demand(command: string, problem: ProtocolProblem = 'command-refused'): Promise<Reply> {
    const reply = await this.#ask(command)
    if (reply.ok) return reply
    const word = command.split(' ', 1)[0]!
    throw failureSaid('pop3', reply.line) ?? failure('protocol-broken', { problem, word, reply: reply.line })
  }

  async #demandMessage(command: string): Promise<void> {
    const reply = await this.#ask(command)
    if (!reply.ok) throw failureSaid('pop3', reply.line) ?? failure('message-missing', { reply: reply.line })
  }
}
