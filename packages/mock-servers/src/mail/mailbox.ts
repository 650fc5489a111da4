/**
 * One account's folders. Names match case-insensitively, as Microsoft's do; the given spelling is shown. Bounded in
 * every direction: octets, messages, folders and subscriptions, whatever a client asks for.
 */
import { Folder, type Room } from './folder.ts'

/** No room is left: nothing was stored. */
export class MailboxFull extends Error {
  override name = 'MailboxFull'
}

/** Why a folder could not be created, deleted or renamed; a value, so that each door says it in its own words. */
export type FolderRefusal = 'exists' | 'missing' | 'protected' | 'has-children' | 'invalid-name' | 'too-many'

/** What an account kind's mailbox holds from the first day (MS-IMAP-42, MS-IMAP-43). */
export type FolderPlan = readonly { name: string; specialUse?: string }[]

/** Bounds on what costs memory without costing octets. Microsoft's own are not known: assumed, and generous. */
const bounds = { messages: 1_000_000, folders: 5_000, subscriptions: 10_000, nameLength: 250 }

const collator = new Intl.Collator('en')

export class Mailbox {
  readonly #plan: FolderPlan
  readonly #limit: number
  readonly #now: () => Date
  readonly #folders = new Map<string, Folder>()
  readonly #subscribed = new Map<string, string>()
  readonly #listeners = new Set<(folder: Folder) => void>()
  #uidValidity: number
  /** The highest of a folder that is no more. */
  #latestDeleted = 0
  #octets = 0
  #messages = 0

  readonly #room: Room = {
    admit: (octets, messages) => {
      if (this.#octets + octets > this.#limit) throw new MailboxFull(`the mailbox holds at most ${this.#limit} octets`)
      if (this.#messages + messages > bounds.messages) {
        throw new MailboxFull(`the mailbox holds at most ${bounds.messages} messages`)
      }
      this.#octets += octets
      this.#messages += messages
    },
    release: (octets, messages) => {
      this.#octets -= octets
      this.#messages -= messages
    },
  }

  /**
   * @param options.limit octets all messages together may have
   * @param options.uidValidity that of the first folder: where a mailbox of the same address was before, its next
   */
  constructor(options: { plan: FolderPlan; limit: number; now: () => Date; uidValidity?: number }) {
    this.#uidValidity = options.uidValidity ?? 1
    this.#plan = options.plan
    this.#limit = options.limit
    this.#now = options.now
    for (const { name, specialUse } of this.#plan) this.#add(name, specialUse)
  }

  /** The Inbox, which is always there. */
  get inbox(): Folder {
    return this.#folders.get('inbox')!
  }

  /** By name, each followed by the folders inside it. */
  get folders(): readonly Folder[] {
    return [...this.#folders.values()].toSorted((a, b) => comparePaths(a.name, b.name))
  }

  /** What the next folder gets: no folder of this address has had it (RFC 3501, 2.3.1.1). */
  get nextUidValidity(): number {
    return this.#uidValidity
  }

  get octets(): number {
    return this.#octets
  }

  get limit(): number {
    return this.#limit
  }

  folder(name: string): Folder | undefined {
    return this.#folders.get(key(name))
  }

  /** The folder with that RFC 6154 attribute, such as `\Sent`. */
  special(use: string): Folder | undefined {
    for (const folder of this.#folders.values()) if (folder.specialUse === use) return folder
    return undefined
  }

  /** Creates the folder and the parents it lacks (RFC 3501, 6.3.3). */
  create(name: string): Folder | FolderRefusal {
    const path = this.#spelled(name)
    if (!isFolderName(path)) return 'invalid-name'
    if (this.folder(path)) return 'exists'
    if (!this.#parentsOf(path)) return 'too-many'
    return this.#add(path)
  }

  /** Deletes a folder with its messages. The folders of the plan stay, and so does one that holds others. */
  delete(name: string): FolderRefusal | undefined {
    const folder = this.folder(name)
    if (!folder) return 'missing'
    if (this.#planned(folder)) return 'protected'
    if (this.#inside(folder).length > 0) return 'has-children'
    this.#folders.delete(key(folder.name))
    folder.remove([...folder.messages])
    this.#latestDeleted = Math.max(this.#latestDeleted, folder.uidValidity)
    return undefined
  }

  /**
   * Renames a folder and everything inside it, subscriptions too, creating the parents it then lacks (RFC 3501, 6.3.5).
   */
  rename(from: string, to: string): FolderRefusal | undefined {
    const folder = this.folder(from)
    if (!folder) return 'missing'
    if (this.#planned(folder)) return 'protected'
    const path = this.#spelled(to)
    const old = folder.name
    const moved = [folder, ...this.#inside(folder)]
    const longest = Math.max(...moved.map(({ name }) => path.length + name.length - old.length))
    if (!isFolderName(path) || longest > bounds.nameLength || key(path).startsWith(`${key(old)}/`))
      return 'invalid-name'
    if (this.folder(path) && this.folder(path) !== folder) return 'exists'
    if (!this.#parentsOf(path)) return 'too-many'
    for (const { name } of moved) this.#folders.delete(key(name))
    for (const each of moved) {
      const subscribed = this.#subscribed.delete(key(each.name))
      each.name = path + each.name.slice(old.length)
      // The name may have been a younger folder's, whose UIDs must not come again (RFC 3501, 2.3.1.1).
      if (each.uidValidity < this.#latestDeleted) each.uidValidity = this.#uidValidity++
      this.#folders.set(key(each.name), each)
      if (subscribed) this.subscribe(each.name)
    }
    return undefined
  }

  /** Returns false if the list is full. */
  subscribe(name: string): boolean {
    if (this.#subscribed.size >= bounds.subscriptions && !this.#subscribed.has(key(name))) return false
    this.#subscribed.set(key(name), name)
    return true
  }

  unsubscribe(name: string): void {
    this.#subscribed.delete(key(name))
  }

  get subscriptions(): readonly string[] {
    return [...this.#subscribed.values()].toSorted(comparePaths)
  }

  /** Calls back with every folder created from now on. Returns the way to stop listening. */
  onFolder(listener: (folder: Folder) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #planned(folder: Folder): boolean {
    return this.#plan.some(({ name }) => key(name) === key(folder.name))
  }

  /** The path as its folder is to be called: parents that are there are spelled as they are. */
  #spelled(name: string): string {
    const path = name.replace(/\/$/, '')
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const parent = this.folder(path.slice(0, end))
      if (parent) return parent.name + path.slice(end)
    }
    return path
  }

  #inside(folder: Folder): Folder[] {
    const prefix = `${key(folder.name)}/`
    return [...this.#folders].filter(([name]) => name.startsWith(prefix)).map(([, inside]) => inside)
  }

  /** Creates the parents a path lacks; false, and nothing created, if that and the folder itself would be too many. */
  #parentsOf(path: string): boolean {
    const parts = path.split('/')
    const missing = parts
      .slice(1)
      .map((_, index) => parts.slice(0, index + 1).join('/'))
      .filter((parent) => !this.folder(parent))
    if (this.#folders.size + missing.length + 1 > bounds.folders) return false
    for (const parent of missing) this.#add(parent)
    return true
  }

  #add(name: string, specialUse?: string): Folder {
    const folder = new Folder({
      name,
      specialUse,
      // A folder made again under an old name must not reuse UIDs: every folder gets a validity of its own.
      uidValidity: this.#uidValidity++,
      now: this.#now,
      room: this.#room,
    })
    this.#folders.set(key(name), folder)
    this.subscribe(name)
    for (const listener of this.#listeners) listener(folder)
    return folder
  }
}

function key(name: string): string {
  return name.toLowerCase()
}

function comparePaths(one: string, other: string): number {
  const left = one.split('/')
  const right = other.split('/')
  for (let depth = 0; depth < Math.min(left.length, right.length); depth++) {
    const order = collator.compare(left[depth]!, right[depth]!)
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** Whether a folder can have that path: neither what separates and matches names nor control characters. */
export function isFolderName(path: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
  const odd = /[\u0000-\u001f\u007f*%\\]|^\/|\/\/|\/$/
  return path.length > 0 && path.length <= bounds.nameLength && !odd.test(path)
}
