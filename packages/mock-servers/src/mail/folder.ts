/**
 * A folder (RFC 3501: mailbox): messages in ascending UID order, and the news of every change to whoever listens.
 * Nothing else may change a message's flags or a folder's messages, or a listener would miss it.
 */
import { Message } from './message.ts'

/** What happened to a folder. `by` is whoever asked for it (an IMAP session's view), so that it can know its own doing. */
export type FolderChange = { kind: 'arrived' | 'removed' | 'flags'; message: Message; by?: unknown }

export type FlagChange = { mode: 'set' | 'add' | 'remove'; flags: readonly string[] }

/** Room in the mailbox: `admit` throws `MailboxFull` if so much does not fit, `release` gives back what is gone. */
export type Room = {
  admit(octets: number, messages: number): void
  release(octets: number, messages: number): void
}

const boundless: Room = { admit: () => undefined, release: () => undefined }

export class Folder {
  /** Full path with `/` as separator, in Unicode. */
  name: string
  /** Another one where a rename brings it under a name that was a younger folder's. */
  uidValidity: number
  /** RFC 6154 attribute such as `\Sent`, where the account kind has one for this folder. */
  readonly specialUse: string | undefined
  readonly #listeners = new Set<(change: FolderChange) => void>()
  readonly #room: Room
  readonly #now: () => Date
  #messages: Message[] = []
  #uidNext = 1
  #octets = 0

  constructor(options: {
    name: string
    uidValidity: number
    specialUse?: string | undefined
    room?: Room
    now?: () => Date
  }) {
    this.name = options.name
    this.uidValidity = options.uidValidity
    this.specialUse = options.specialUse
    this.#room = options.room ?? boundless
    this.#now = options.now ?? (() => new Date())
  }

  /** Ascending by UID. Do not keep it across a change. */
  get messages(): readonly Message[] {
    return this.#messages
  }

  get uidNext(): number {
    return this.#uidNext
  }

  get octets(): number {
    return this.#octets
  }

  get unseen(): number {
    return this.#messages.reduce((count, message) => count + (message.flags.has('\\Seen') ? 0 : 1), 0)
  }

  byUid(uid: number): Message | undefined {
    let low = 0
    let high = this.#messages.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#messages[middle]!.uid < uid) low = middle + 1
      else high = middle
    }
    const found = this.#messages[low]
    return found?.uid === uid ? found : undefined
  }

  /** Takes over `raw` as it is. Throws `MailboxFull`, and then nothing has changed. */
  append(raw: Buffer, options: { flags?: Iterable<string>; receivedAt?: Date; by?: unknown } = {}): Message {
    this.#room.admit(raw.length, 1)
    return this.#add(raw, options.receivedAt ?? this.#now(), options.flags ?? [], options.by)
  }

  /**
   * Copies messages with their flags and dates (RFC 3501, 6.4.7); the octets are shared, not doubled, but count.
   * Throws `MailboxFull`, and then none was copied. Returns the copies in the order of the originals.
   */
  copy(messages: readonly Message[], by?: unknown): Message[] {
    this.#room.admit(octetsOf(messages), messages.length)
    return messages.map(({ raw, receivedAt, flags }) => this.#add(raw, receivedAt, flags, by))
  }

  /** Moves messages that are in `source`, a folder of the same mailbox, to this one (RFC 6851); never short of room. */
  move(messages: readonly Message[], source: Folder, by?: unknown): Message[] {
    source.remove(messages, by)
    return this.copy(messages, by)
  }

  /** Removes the messages that are still there; the others are passed over. */
  remove(messages: Iterable<Message>, by?: unknown): void {
    const gone = new Set(messages)
    const removed: Message[] = []
    const kept: Message[] = []
    for (const message of this.#messages) (gone.has(message) ? removed : kept).push(message)
    if (removed.length === 0) return
    this.#messages = kept
    const octets = octetsOf(removed)
    this.#octets -= octets
    this.#room.release(octets, removed.length)
    for (const message of removed) this.#tell({ kind: 'removed', message, by })
  }

  /** Returns whether anything changed; listeners hear only of real changes. */
  setFlags(message: Message, { mode, flags }: FlagChange, by?: unknown): boolean {
    const before = [...message.flags]
    if (mode === 'set') message.flags.clear()
    for (const flag of flags) {
      if (mode === 'remove') message.flags.delete(flag)
      else message.flags.add(flag)
    }
    if (before.length === message.flags.size && before.every((flag) => message.flags.has(flag))) return false
    this.#tell({ kind: 'flags', message, by })
    return true
  }

  /** Calls back after every change, in order, at once. Returns the way to stop listening. */
  onChange(listener: (change: FolderChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #add(raw: Buffer, receivedAt: Date, flags: Iterable<string>, by: unknown): Message {
    const message = new Message(this.#uidNext++, raw, receivedAt, flags)
    this.#messages.push(message)
    this.#octets += raw.length
    this.#tell({ kind: 'arrived', message, by })
    return message
  }

  #tell(change: FolderChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

function octetsOf(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + message.size, 0)
}
