/**
 * A maildrop as one session sees it: a snapshot, numbered from 1, with the marks that RETR and DELE leave and RSET takes
 * away. Nothing here changes what is stored; that is `onCommit`'s work, at QUIT.
 */

/** A message's octets: at once, or in pieces as they come. `undefined` if the message is gone by now. */
export type Content = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array> | undefined

/** One message as `onOpen` hands it over. */
export type MaildropMessage = {
  /** RFC 1939, UIDL: 1 to 70 characters from 0x21 to 0x7E, never given to another message of this maildrop. */
  readonly uid: string
} & (
  | { readonly content: Uint8Array; readonly size?: number }
  | {
      /** Called for each RETR and TOP. */
      readonly content: () => Content | Promise<Content>
      /** Octets, as STAT and LIST tell them. */
      readonly size: number
    }
)

/** What a session asks for at QUIT, in ascending order; empty if it changed nothing. */
export type Commit = {
  /** To be removed: DELE, and no RSET since. */
  readonly deleted: readonly MaildropMessage[]
  /** Sent in full with RETR, and no RSET since. */
  readonly retrieved: readonly MaildropMessage[]
}

export type Entry = { readonly number: number; readonly message: MaildropMessage; readonly size: number }

export class Maildrop {
  readonly #entries: readonly Entry[]
  readonly #deleted = new Set<Entry>()
  readonly #retrieved = new Set<Entry>()

  /** Throws a `TypeError` for a uid that RFC 1939 does not allow: it would break the protocol. */
  constructor(messages: readonly MaildropMessage[]) {
    this.#entries = messages.map((message, index) => {
      if (!/^[\x21-\x7e]{1,70}$/.test(message.uid)) {
        throw new TypeError(
          `message ${index + 1}: a uid is 1 to 70 printable ASCII characters without spaces (RFC 1939)`,
        )
      }
      return { number: index + 1, message, size: sizeOf(message) }
    })
  }

  /** The messages that are not marked as deleted. */
  get present(): readonly Entry[] {
    return this.#deleted.size === 0 ? this.#entries : this.#entries.filter((entry) => !this.#deleted.has(entry))
  }

  get octets(): number {
    return octetsOf(this.present)
  }

  /** What RSET leads back to. */
  get whole(): { count: number; octets: number } {
    return { count: this.#entries.length, octets: octetsOf(this.#entries) }
  }

  find(number: number): Entry | 'deleted' | 'missing' {
    const entry = this.#entries[number - 1]
    if (!entry) return 'missing'
    return this.#deleted.has(entry) ? 'deleted' : entry
  }

  delete(entry: Entry): void {
    this.#deleted.add(entry)
  }

  retrieve(entry: Entry): void {
    this.#retrieved.add(entry)
  }

  reset(): void {
    this.#deleted.clear()
    this.#retrieved.clear()
  }

  commit(): Commit {
    const marked = (marks: ReadonlySet<Entry>) =>
      this.#entries.filter((entry) => marks.has(entry)).map(({ message }) => message)
    return { deleted: marked(this.#deleted), retrieved: marked(this.#retrieved) }
  }
}

function octetsOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0)
}

function sizeOf(message: MaildropMessage): number {
  return message.size ?? (message.content as Uint8Array).length
}
