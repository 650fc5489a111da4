import type { Socket } from 'node:net'
import type { ImapFlow, ImapFlowError } from 'imapflow'
import { checkCredentials } from '../../credentials/credentials.ts'
import { failure } from '../../errors/failure.ts'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import { readMessage, summarize, type MessageSummary } from '../../message/read.ts'
import type { Network } from '../../network/network.ts'
import { hiderOf, type Hide } from '../../wire/hide-proof.ts'
import { inTime, type Pace } from '../../wire/pace.ts'
import { capabilitiesOver, openChannel, signInOver } from '../../wire/sign-in.ts'
import { defaultLimit, defaultMaxMessageBytes, inbox, type MailboxClient, type OpenMailbox } from '../mailbox.ts'
import { Octets } from '../octets.ts'
import { imapFailure } from './imap-failure.ts'
import { limits, onThrottle } from './imap-limits.ts'

/** The type says in which charset the others are, where they do not say it themselves. */
const summaryFields = ['from', 'to', 'subject', 'date', 'message-id', 'content-type']
/** Far above what a server has to say for any of our commands; what it is asked for comes on top. */
const talkBytes = 8 * 1024 * 1024
const summaryBytes = 64 * 1024
/**
 * imapflow holds an answer twice for a moment: a large message comes in pieces (RFC 3501, section 6.4.5), and in smaller
 * ones once much of it is held.
 */
const pieceAfter = (held: number) => (held < 32 * 1024 * 1024 ? 1024 * 1024 : 256 * 1024)
/** More than imapflow ever has to say to open a mailbox. */
const openingTurns = 20

/** Opens an IMAP mailbox by imapflow, which is given a connection that is verified and signed in already. */
export async function openImap(options: OpenMailbox): Promise<MailboxClient> {
  const { endpoint, network, maxMessageBytes, signal } = options
  checkCredentials(options)
  const { ImapFlow } = await import('imapflow')
  const hide = hiderOf('imap', options)
  const socket = await signedIn(options, hide)
  // A command that was under way only learns that the connection is gone; the reason comes before that.
  let lost: unknown
  const lose = (error: unknown) => (lost ??= error)
  const client = new ImapFlow({
    host: endpoint.host,
    port: endpoint.port,
    secure: true,
    transport: {
      connect(_options, onConnect) {
        setImmediate(onConnect)
        return socket
      },
    },
    clientInfo: { name: 'sparekey', version: false, vendor: false, 'support-url': false, os: false },
    logger: onThrottle((error) => {
      lose(error)
      setImmediate(() => client.close())
    }),
    disableAutoIdle: true,
    disableCompression: true,
    disableAutoEnable: true,
    ...limits(maxMessageBytes),
  })
  client.on('error', lose)
  const explain = (error: unknown) => {
    if (error instanceof SparekeyError) return error
    return signal?.aborted ? failure('aborted', {}) : imapFailure(lost ?? error, hide)
  }
  try {
    await inTime(socket, network, () => client.connect(), { turns: openingTurns, maxBytes: talkBytes })
  } catch (error) {
    socket.destroy()
    throw explain(error)
  }
  return new ImapMailbox(client, {
    socket,
    hide,
    explain,
    network,
    maxMessageBytes: maxMessageBytes ?? defaultMaxMessageBytes,
  })
}

/** How many names of folders help a person who has mistyped one. */
const mostFolders = 50

/**
 * Signs in, and leaves imapflow a greeting that says so. What the server offers from here on is told if the server has told
 * it; otherwise imapflow asks.
 */
async function signedIn(options: OpenMailbox, hide: Hide): Promise<Socket> {
  const { endpoint, network, signal } = options
  const channel = await openChannel(endpoint, network, { signal, hide })
  try {
    const { capabilities } = await signInOver(channel, await capabilitiesOver(channel), options)
    const told = capabilities && `[CAPABILITY ${capabilities.join(' ')}] `
    return channel.handOver(`* PREAUTH ${told ?? ''}signed in\r\n`)
  } catch (error) {
    await channel.close()
    throw error
  }
}

type Around = {
  socket: Socket
  hide: Hide
  explain: (error: unknown) => SparekeyError
  network: Network
  maxMessageBytes: number
}

class ImapMailbox implements MailboxClient {
  readonly #client: ImapFlow
  readonly #around: Around
  /** The server does one thing after the other, and the time it takes is for one of them. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(client: ImapFlow, around: Around) {
    this.#client = client
    this.#around = around
  }

  async list(options: { folder?: string | undefined; limit?: number | undefined } = {}): Promise<MessageSummary[]> {
    const limit = options.limit ?? defaultLimit
    const { folder } = options
    return this.#inFolder({ folder, maxBytes: limit * summaryBytes }, async (exists) => {
      const first = Math.max(1, exists - limit + 1)
      const messages = new Map<number, MessageSummary>()
      if (exists === 0 || limit < 1) return []
      const query = { uid: true, flags: true, size: true, internalDate: true, headers: summaryFields }
      for await (const { seq, uid, size, flags, headers, internalDate } of this.#client.fetch(`${first}:*`, query)) {
        // Servers may send news of other messages in between.
        if (headers === undefined || seq < first || seq > exists) continue
        const summary = await summarize(headers)
        messages.set(seq, {
          uid: String(uid),
          ...summary,
          date: summary.date ?? (internalDate instanceof Date ? internalDate.toISOString() : null),
          size: size ?? 0,
          flags: [...(flags ?? [])],
        })
      }
      return [...messages].toSorted(([a], [b]) => b - a).map(([, message]) => message)
    })
  }

  async read(uid: string, options: { folder?: string | undefined } = {}) {
    return readMessage(await this.raw(uid, options))
  }

  async raw(uid: string, options: { folder?: string | undefined } = {}): Promise<Buffer> {
    const { folder } = options
    return this.#inFolder({ folder, maxBytes: this.#around.maxMessageBytes }, async () => {
      if (!/^[1-9]\d{0,9}$/.test(uid)) throw failure('message-missing', { uid })
      const octets = new Octets(this.#around.maxMessageBytes)
      for (;;) {
        const maxLength = pieceAfter(octets.length)
        const source = { start: octets.length, maxLength }
        const found = await this.#client.fetchOne(uid, { source }, { uid: true })
        if (!found || !found.source) throw failure('message-missing', { uid })
        octets.push(found.source)
        // A server that knows no pieces gives all of it.
        if (found.source.length !== maxLength) return octets.take()
      }
    })
  }

  async close(): Promise<void> {
    await this.#next(() => this.#inTime(() => this.#client.logout())).catch(() => this.#client.close())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** Works in a folder opened for reading only (EXAMINE). */
  async #inFolder<T>(
    { folder = inbox, maxBytes }: { folder: string | undefined; maxBytes: number },
    work: (exists: number) => Promise<T>,
  ): Promise<T> {
    const inFolder = async () => {
      const lock = await this.#inTime(() => this.#lock(folder), { maxBytes: talkBytes })
      try {
        const { mailbox } = this.#client
        const pace = { transfer: true, maxBytes: talkBytes + maxBytes }
        return await this.#inTime(() => work(mailbox ? mailbox.exists : 0), pace)
      } finally {
        lock.release()
      }
    }
    try {
      return await this.#next(inFolder)
    } catch (error) {
      throw this.#around.explain(error)
    }
  }

  #inTime<T>(work: () => Promise<T>, pace?: Pace): Promise<T> {
    return inTime(this.#around.socket, this.#around.network, work, pace)
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #lock(folder: string) {
    // imapflow drops the connection over a name that no command can carry.
    if (/[\0\r\n]/.test(folder)) throw failure('folder-missing', { folder })
    try {
      return await this.#client.getMailboxLock(folder, { readOnly: true })
    } catch (error) {
      const { responseStatus, responseText = '' } = error as ImapFlowError
      if (responseStatus === undefined) throw error
      const reply = this.#around.hide(`${responseStatus} ${responseText}`)
      throw failure('folder-missing', { folder, reply, folders: await this.#folders() })
    }
  }

  /** The names of the folders there are; none of a server that does not say. */
  async #folders(): Promise<string[]> {
    const listed = await this.#client.list().catch(() => [])
    return listed.slice(0, mostFolders).map(({ path }) => this.#around.hide(path))
  }
}
