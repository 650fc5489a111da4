import { Message } from './message.ts'

/** What happened to a folder. `by` is whoever asked for it (an IMAP session), so that it can know its own doing. */
export type FolderChange =
  | { kind: 'arrived'; message: Message; by?: unknown }
  | { kind: 'removed'; message: Message; by?: unknown }
  | { kind: 'flags'; message: Message; by?: unknown }

export type FlagChange = { mode: 'set' | 'add' | 'remove'; flags: readonly string[] }

/** A folder (RFC 3501: mailbox): messages in ascending UID order, and the news of every change to whoever listens. */
export class Folder {
  /** Full path with `/` as separator, in Unicode. */
  name: string
  readonly uidValidity: number
  /** RFC 6154 attribute such as `\Sent`, where the account kind has one for this folder. */
  readonly specialUse: string | undefined
  readonly #messages: Message[] = []
  readonly #listeners = new Set<(change: FolderChange) => void>()
  readonly #admit: (octets: number) => void
  readonly #now: () => Date
  #uidNext = 1
  #octets = 0

  /** @param admit throws `MailboxFull` if so many more octets do not fit into the mailbox */
  constructor(options: {
    name: string
    uidValidity: number
    specialUse?: string | undefined
    admit?: (octets: number) => void
    now?: () => Date
  }) {
    this.name = options.name
    this.uidValidity = options.uidValidity
    this.specialUse = options.specialUse
    this.#admit = options.admit ?? (() => undefined)
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
    this.#admit(raw.length)
    const message = new Message(this.#uidNext++, raw, options.receivedAt ?? this.#now(), options.flags ?? [])
    this.#messages.push(message)
    this.#octets += raw.length
    this.#tell({ kind: 'arrived', message, by: options.by })
    return message
  }

  /** Removes the messages that are still there; the others are passed over. */
  remove(messages: Iterable<Message>, by?: unknown): void {
    const gone = new Set(messages)
    const removed = this.#messages.filter((message) => gone.has(message))
    if (removed.length === 0) return
    const kept = this.#messages.filter((message) => !gone.has(message))
    this.#messages.length = 0
    for (const message of kept) this.#messages.push(message)
    for (const message of removed) this.#octets -= message.size
    for (const message of removed) this.#tell({ kind: 'removed', message, by })
  }

  /** Returns whether anything changed; listeners hear only of real changes. */
  setFlags(message: Message, change: FlagChange, by?: unknown): boolean {
    const before = [...message.flags].toSorted().join(' ')
    if (change.mode === 'set') message.flags.clear()
    for (const flag of change.flags) {
      if (change.mode === 'remove') message.flags.delete(flag)
      else message.flags.add(flag)
    }
    if ([...message.flags].toSorted().join(' ') === before) return false
    this.#tell({ kind: 'flags', message, by })
    return true
  }

  /** Calls back after every change, in order, at once. Returns the way to stop listening. */
  onChange(listener: (change: FolderChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(change: FolderChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
