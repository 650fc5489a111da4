import { checkCredentials } from '../../credentials/credentials.ts'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import { hiderOf } from '../../wire/hide-proof.ts'
import { failure, protocolBroken } from '../../errors/failure.ts'
import { defaultLimit, inbox, type MailboxClient, type OpenMailbox } from '../mailbox.ts'
import { readMessage, summarize, type MessageSummary } from '../../message/read.ts'
import { Octets } from '../octets.ts'
import { Pop3Client } from './client.ts'

/** Opens a POP3 maildrop as a mailbox: its one folder is INBOX, a message's uid is its UIDL, and it has no flags. */
export async function openPop3(options: OpenMailbox): Promise<MailboxClient> {
  const { endpoint, network, maxMessageBytes: messageBytes, signal } = options
  const limits = messageBytes === undefined ? {} : { messageBytes }
  checkCredentials(options)
  const client = await Pop3Client.connect(endpoint, network, { signal, limits, hide: hiderOf('pop3', options) })
  try {
    await client.signIn(options)
  } catch (error) {
    client.close()
    throw error
  }
  return new Pop3Mailbox(client)
}

class Pop3Mailbox implements MailboxClient {
  readonly #client: Pop3Client
  /** POP3 answers in order and knows no tags: what is asked at the same time is asked one after the other. */
  #turn: Promise<unknown> = Promise.resolve()
  #uids: Map<number, string> | undefined

  constructor(client: Pop3Client) {
    this.#client = client
  }

  async list(options: { folder?: string | undefined; limit?: number | undefined } = {}): Promise<MessageSummary[]> {
    onlyInbox(options.folder)
    return this.#next(async () => {
      const uids = await this.#uidl()
      const sizes = await this.#client.list()
      const newest = [...sizes.keys()].toReversed().slice(0, Math.max(0, options.limit ?? defaultLimit))
      // A uid made up for it would name another message the next time, or none.
      if (newest.some((number) => !uids.has(number))) {
        throw protocolBroken('uidl-unlike-list')
      }
      const messages: MessageSummary[] = []
      for await (const { number, header } of this.#client.headers(newest)) {
        messages.push({ uid: uids.get(number)!, ...(await summarize(header)), size: sizes.get(number)!, flags: [] })
      }
      return messages
    })
  }

  async read(uid: string, options: { folder?: string | undefined } = {}) {
    return readMessage(await this.raw(uid, options))
  }

  async raw(uid: string, options: { folder?: string | undefined } = {}): Promise<Buffer> {
    onlyInbox(options.folder)
    return this.#next(async () => {
      for (const [number, known] of await this.#uidl()) {
        if (known !== uid) continue
        const octets = new Octets(Infinity)
        try {
          for await (const piece of this.#client.retrieve(number)) octets.push(piece)
        } catch (error) {
          throw error instanceof SparekeyError && error.code === 'message-missing' ? missing(uid, error) : error
        }
        return octets.take()
      }
      throw missing(uid)
    })
  }

  async close(): Promise<void> {
    await this.#next(() => this.#client[Symbol.asyncDispose]())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** Numbers and unique ids hold for the whole session (RFC 1939, section 8). */
  async #uidl(): Promise<Map<number, string>> {
    this.#uids ??= await this.#client.uidl()
    return this.#uids
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

function missing(uid: string, refusal?: SparekeyError<'message-missing'>): SparekeyError {
  return failure('message-missing', { ...refusal?.details, uid }, refusal)
}

function onlyInbox(folder = inbox): void {
  if (folder.toUpperCase() !== inbox) throw failure('folder-missing', { folder })
}
