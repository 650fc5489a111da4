/**
 * What one session believes of the folder it has selected. Its sequence numbers are its own: they move only in
 * `announce`, never because another session did something (RFC 2180). A message that is gone but not yet announced keeps
 * its number and can still be read.
 */
import type { Folder, FolderChange } from '../../../mail/folder.ts'
import type { Message } from '../../../mail/message.ts'
import { flagList } from '../syntax/flags.ts'

export class View {
  readonly folder: Folder
  readonly readOnly: boolean
  /** Called when there is something to announce; IDLE sets it. */
  onNews: () => void = () => undefined
  readonly #stop: () => void
  /** What the client may name: index + 1 is the sequence number. Ascending by UID. */
  #listed: Message[]
  #uids: readonly number[] | undefined
  readonly #arrived = new Set<Message>()
  readonly #gone = new Set<Message>()
  readonly #flagged = new Set<Message>()
  readonly #recent = new Set<Message>()

  /** @param options.readOnly EXAMINE: sees \Recent without claiming it */
  constructor(folder: Folder, { readOnly }: { readOnly: boolean }) {
    this.folder = folder
    this.readOnly = readOnly
    this.#listed = [...folder.messages]
    for (const message of this.#listed) this.#claim(message)
    this.#stop = folder.onChange((change) => this.#note(change))
  }

  /** By sequence number, beginning with 1; not to be kept across an announcement. */
  get messages(): readonly Message[] {
    return this.#listed
  }

  /** Those of `messages`. */
  get uids(): readonly number[] {
    return (this.#uids ??= this.#listed.map(({ uid }) => uid))
  }

  get recent(): number {
    return this.#recent.size
  }

  isRecent(message: Message): boolean {
    return this.#recent.has(message)
  }

  /** Removed by somebody, and not yet announced. */
  isGone(message: Message): boolean {
    return this.#gone.has(message)
  }

  /** Sequence number of a message that is listed. */
  numberOf(message: Message): number {
    let low = 0
    let high = this.#listed.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#listed[middle]!.uid < message.uid) low = middle + 1
      else high = middle
    }
    return low + 1
  }

  /** As FETCH FLAGS says them; after that they need no announcement. */
  flagsOf(message: Message): string {
    this.#flagged.delete(message)
    return flagList(message.flags, this.#recent.has(message))
  }

  /**
   * The untagged lines that bring the client up to date: EXPUNGE from the highest number down, then EXISTS and RECENT,
   * then changed flags, always with the UID.
   * @param options.expunges false while the client may still mean the old numbers (RFC 3501, 7.4.1)
   */
  announce({ expunges }: { expunges: boolean }): string[] {
    return [...(expunges ? this.#expunges() : []), ...this.#arrivals(), ...this.#flagChanges()]
  }

  close(): void {
    this.#stop()
    this.onNews = () => undefined
  }

  #expunges(): string[] {
    if (this.#gone.size === 0) return []
    const lines: string[] = []
    for (let number = this.#listed.length; number > 0; number--) {
      if (this.#gone.has(this.#listed[number - 1]!)) lines.push(`* ${number} EXPUNGE`)
    }
    this.#listed = this.#listed.filter((message) => !this.#gone.has(message))
    this.#uids = undefined
    for (const message of this.#gone) {
      this.#recent.delete(message)
      this.#flagged.delete(message)
    }
    this.#gone.clear()
    return lines
  }

  #arrivals(): string[] {
    if (this.#arrived.size === 0) return []
    for (const message of this.#arrived) {
      this.#claim(message)
      this.#listed.push(message)
    }
    this.#arrived.clear()
    this.#uids = undefined
    return [`* ${this.#listed.length} EXISTS`, `* ${this.#recent.size} RECENT`]
  }

  #flagChanges(): string[] {
    const changed = [...this.#flagged].filter((message) => !this.#gone.has(message))
    this.#flagged.clear()
    return changed
      .toSorted((a, b) => a.uid - b.uid)
      .map((message) => `* ${this.numberOf(message)} FETCH (UID ${message.uid} FLAGS ${this.flagsOf(message)})`)
  }

  #claim(message: Message): void {
    if (!message.recent) return
    this.#recent.add(message)
    if (!this.readOnly) message.recent = false
  }

  #note({ kind, message, by }: FolderChange): void {
    const known = this.#isListed(message)
    if (kind === 'arrived') this.#arrived.add(message)
    else if (kind === 'removed' && known) this.#gone.add(message)
    // What came and went between two announcements is never mentioned.
    else if (kind === 'removed') this.#arrived.delete(message)
    // This session's own command tells of the change itself; one not yet listed will be fetched with its flags.
    else if (by === this || !known) return
    else this.#flagged.add(message)
    this.onNews()
  }

  #isListed(message: Message): boolean {
    return this.#listed[this.numberOf(message) - 1] === message
  }
}
