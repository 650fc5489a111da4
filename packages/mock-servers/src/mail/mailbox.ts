import { Folder } from './folder.ts'

/** No room is left: nothing was stored. */
export class MailboxFull extends Error {
  override name = 'MailboxFull'
}

/** Why a folder could not be created, deleted or renamed; a value, so that each door says it in its own words. */
export type FolderRefusal = 'exists' | 'missing' | 'protected' | 'invalid-name'

/** What an account kind's mailbox holds from the first day (MS-IMAP-42, MS-IMAP-43). */
export type FolderPlan = readonly { name: string; specialUse?: string }[]

/** One account's folders. Names match case-insensitively, as Microsoft's do; display keeps the given spelling. */
export class Mailbox {
  readonly #plan: FolderPlan
  readonly #limit: number
  readonly #now: () => Date
  readonly #folders = new Map<string, Folder>()
  readonly #subscribed = new Set<string>()
  readonly #listeners = new Set<(folder: Folder) => void>()
  #uidValidity: number

  constructor(options: { plan: FolderPlan; limit: number; now: () => Date }) {
    this.#plan = options.plan
    this.#limit = options.limit
    this.#now = options.now
    this.#uidValidity = 1
    for (const { name, specialUse } of this.#plan) this.#add(name, specialUse)
  }

  /** The Inbox, which is always there. */
  get inbox(): Folder {
    return this.#folders.get('inbox')!
  }

  get folders(): readonly Folder[] {
    return [...this.#folders.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  }

  get octets(): number {
    let sum = 0
    for (const folder of this.#folders.values()) sum += folder.octets
    return sum
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
    const path = name.replace(/\/$/, '')
    if (!valid(path)) return 'invalid-name'
    if (this.folder(path)) return 'exists'
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth++) {
      const parent = parts.slice(0, depth).join('/')
      if (!this.folder(parent)) this.#add(parent)
    }
    return this.#add(path)
  }

  /** Deletes a folder with its messages and its children; the folders of the plan stay. */
  delete(name: string): FolderRefusal | undefined {
    const folder = this.folder(name)
    if (!folder) return 'missing'
    if (this.#planned(folder)) return 'protected'
    const inside = this.folders.filter((other) => key(other.name).startsWith(`${key(folder.name)}/`))
    for (const gone of [folder, ...inside]) {
      this.#folders.delete(key(gone.name))
      gone.remove([...gone.messages])
    }
    return undefined
  }

  /** Renames a folder and everything inside it (RFC 3501, 6.3.5). */
  rename(from: string, to: string): FolderRefusal | undefined {
    const folder = this.folder(from)
    if (!folder) return 'missing'
    if (this.#planned(folder)) return 'protected'
    if (!valid(to)) return 'invalid-name'
    if (this.folder(to) && this.folder(to) !== folder) return 'exists'
    if (key(to).startsWith(`${key(folder.name)}/`)) return 'invalid-name'
    const old = folder.name
    const inside = this.folders.filter((other) => other === folder || key(other.name).startsWith(`${key(old)}/`))
    for (const moved of inside) this.#folders.delete(key(moved.name))
    for (const moved of inside) {
      moved.name = to + moved.name.slice(old.length)
      this.#folders.set(key(moved.name), moved)
    }
    return undefined
  }

  subscribe(name: string): void {
    this.#subscribed.add(name)
  }

  unsubscribe(name: string): void {
    for (const subscribed of this.#subscribed) if (key(subscribed) === key(name)) this.#subscribed.delete(subscribed)
  }

  get subscriptions(): readonly string[] {
    return [...this.#subscribed]
  }

  /** Calls back with every folder created from now on. Returns the way to stop listening. */
  onFolder(listener: (folder: Folder) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #planned(folder: Folder): boolean {
    return this.#plan.some(({ name }) => key(name) === key(folder.name))
  }

  #add(name: string, specialUse?: string): Folder {
    const folder = new Folder({
      name,
      specialUse,
      // A folder made again under an old name must not reuse UIDs: every folder gets a validity of its own.
      uidValidity: this.#uidValidity++,
      now: this.#now,
      admit: (octets) => {
        if (this.octets + octets > this.#limit) throw new MailboxFull(`the mailbox holds at most ${this.#limit} octets`)
      },
    })
    this.#folders.set(key(name), folder)
    this.#subscribed.add(name)
    for (const listener of this.#listeners) listener(folder)
    return folder
  }
}

function key(name: string): string {
  return name.toLowerCase()
}

function valid(path: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
  return path.length > 0 && path.length <= 250 && !/[\u0000-\u001f\u007f*%\\]/.test(path) && !/^\/|\/\/|\/$/.test(path)
}
