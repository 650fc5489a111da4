import type { Socket } from 'node:net'
import type { ImapFlow, ImapFlowError } from 'imapflow'
import { checkCredentials } from '../../credentials/credentials.ts'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import { hiderOf, type Hide } from '../../wire/hide-proof.ts'
import { openChannel } from '../../wire/channel.ts'
import { badMessage, failure, sessionFailure, socketFailure } from '../../errors/failure.ts'
import { limits, onThrottle, withinBytes } from './imap-limits.ts'
import { defaultLimit, defaultMaxMessageBytes, inbox, type MailboxClient, type OpenMailbox } from '../mailbox.ts'
import { inTime, type Pace } from '../../wire/time-limit.ts'
import { readMessage, summarize, type MessageSummary } from '../../message/read.ts'

const summaryFields = ['from', 'to', 'subject', 'date', 'message-id']
/** Far above what a server has to say for any of our commands; what it is asked for comes on top. */
const talkBytes = 8 * 1024 * 1024
const summaryBytes = 64 * 1024
/** More than imapflow ever has to say to open a mailbox. */
const openingTurns = 20

/** Opens an IMAP mailbox by imapflow, which is given a channel that is verified and greeted already. */
export async function openImap(options: OpenMailbox): Promise<MailboxClient> {
  const { endpoint, username, secret, token, network, maxMessageBytes, signal } = options
  checkCredentials(options)
  const { ImapFlow } = await import('imapflow')
  const hide = hiderOf('imap', options)
  const { socket } = await openChannel(endpoint, network, { signal, hide })
  // The greeting has been read; what it said before TLS must not be believed, so imapflow gets one that says nothing.
  socket.unshift(Buffer.from('* OK\r\n'))
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
    auth: { user: username, ...(token === undefined ? { pass: secret } : { accessToken: token }) },
    clientInfo: { name: 'sparekey', version: false, vendor: false, 'support-url': false, os: false },
    logger: onThrottle((error) => {
      lose(error)
      setImmediate(() => client.close())
    }),
    disableAutoIdle: true,
    disableCompression: true,
    disableAutoEnable: true,
    ...limits(network, maxMessageBytes),
  })
  client.on('error', lose)
  const explain = (error: unknown) => {
    if (error instanceof SparekeyError) return error
    return signal?.aborted ? failure('aborted', 'Stopped on request.') : imapFailure(lost ?? error, hide)
  }
  try {
    const connect = () => inTime(socket, network.timeoutMs, () => client.connect(), { turns: openingTurns })
    await withinBytes(socket, talkBytes, connect)
  } catch (error) {
    socket.destroy()
    throw takesNoTokens(client, options, hide) ?? explain(error)
  }
  return new ImapMailbox(client, {
    socket,
    hide,
    explain,
    timeoutMs: network.timeoutMs,
    maxMessageBytes: maxMessageBytes ?? defaultMaxMessageBytes,
  })
}

type Around = {
  socket: Socket
  hide: Hide
  explain: (error: unknown) => SparekeyError
  timeoutMs: number
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
      const found = /^[1-9]\d{0,9}$/.test(uid) && (await this.#client.fetchOne(uid, { source: true }, { uid: true }))
      if (!found || !found.source) throw failure('message-missing', `No message has the UID ${uid}.`, { uid })
      return found.source
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
    const { socket, explain } = this.#around
    const inFolder = async () => {
      const lock = await this.#inTime(() => this.#lock(folder))
      try {
        const { mailbox } = this.#client
        return await this.#inTime(() => work(mailbox ? mailbox.exists : 0), { transfer: true })
      } finally {
        lock.release()
      }
    }
    try {
      return await this.#next(() => withinBytes(socket, talkBytes + maxBytes, inFolder))
    } catch (error) {
      throw explain(error)
    }
  }

  #inTime<T>(work: () => Promise<T>, pace?: Pace): Promise<T> {
    return inTime(this.#around.socket, this.#around.timeoutMs, work, pace)
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #lock(folder: string) {
    // imapflow drops the connection over a name that no command can carry.
    if (/[\0\r\n]/.test(folder)) throw failure('folder-missing', 'No folder has such a name.', { folder })
    try {
      return await this.#client.getMailboxLock(folder, { readOnly: true })
    } catch (error) {
      const { responseStatus, responseText = '' } = error as ImapFlowError
      if (responseStatus === undefined) throw error
      const details = { folder, reply: this.#around.hide(`${responseStatus} ${responseText}`) }
      throw failure('folder-missing', `The folder ${JSON.stringify(folder)} cannot be opened.`, details)
    }
  }
}

/** imapflow has no name for it: the server has said what it takes, and that is no token. */
function takesNoTokens(
  { authenticated, capabilities }: ImapFlow,
  { token }: OpenMailbox,
  hide: Hide,
): SparekeyError | undefined {
  const offered = [...capabilities.keys()].filter((name) => name.startsWith('AUTH='))
  if (token === undefined || authenticated || capabilities.size === 0) return undefined
  if (offered.some((name) => /^AUTH=(OAUTHBEARER|XOAUTH2?)$/.test(name))) return undefined
  const reply = hide(offered.join(' '))
  return failure('sign-in-refused', 'The server takes no access tokens here. Nothing was sent.', { reply })
}

/** Response codes that say "not now" (RFC 5530), which is no refusal of the secret. */
const temporaryCodes: Readonly<Record<string, 'server-unavailable' | 'throttled'>> = {
  UNAVAILABLE: 'server-unavailable',
  INUSE: 'server-unavailable',
  SERVERBUG: 'server-unavailable',
  LIMIT: 'throttled',
}

/**
 * imapflow's message always says "Command failed"; what the server said stands in other fields, whole and in pieces, so that
 * such an error is nobody's cause.
 */
function imapFailure(error: unknown, hide: Hide): SparekeyError {
  const { code, responseStatus, responseText, response, serverResponseCode, authenticationFailed, reason } =
    error as ImapFlowError
  const text = responseText ?? (typeof response === 'string' ? response : undefined) ?? reason
  const said = [responseStatus, serverResponseCode && `[${serverResponseCode}]`, text].filter(Boolean).join(' ')
  const words = hide(said)
  const details = words === '' ? {} : { reply: words }
  const ended = sessionFailure(words)
  if (ended) return ended
  const temporary = temporaryCodes[serverResponseCode ?? '']
  if (temporary) return failure(temporary, 'The server cannot do this at the moment.', details)
  if (authenticationFailed) {
    if (words !== '') return failure('sign-in-refused', 'The server refused the sign-in.', details)
    const message = 'The server takes no passwords here. Nothing was sent.'
    return failure('sign-in-refused', message, { reply: 'LOGINDISABLED' })
  }
  if (code === 'ETHROTTLE') return failure('throttled', 'The server asks to wait.', details)
  if (code?.endsWith('TIMEOUT')) return failure('connection-timeout', 'The server did not answer in time.', {}, error)
  if (code === 'LiteralTooLarge') return badMessage('too-large', 'The message is larger than allowed.', error)
  if (/^(NoConnection|EConnectionClosed|StateLogout|ClosedAfter\w+)$/.test(code ?? '')) {
    return failure('connection-dropped', 'The server ended the connection.', details)
  }
  if (responseStatus !== undefined || /^ParserError|TooLarge$|^TooMany|^InvalidResponse$|Tag$/.test(code ?? '')) {
    return failure('protocol-broken', 'The server did not do as asked.', details)
  }
  return socketFailure(error)
}
