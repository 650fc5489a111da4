/**
 * All mailboxes, and the messages for recipients who have none here. Knows addresses only as keys: which alias belongs
 * to whom is the directory's business, and nothing ever leaves the machine.
 */
import { type FolderPlan, Mailbox } from './mailbox.ts'

export type MailboxKind = 'personal' | 'work'

/** A message accepted for recipients outside the directory. */
export type OutboundMessage = { id: number; from: string; to: readonly string[]; at: Date; raw: Buffer }

/** Names by kind of account: MS-IMAP-42 and MS-IMAP-43. Which child Calendar has is assumed. */
const folderPlans = {
  personal: [
    { name: 'Archive' },
    { name: 'Deleted', specialUse: '\\Trash' },
    { name: 'Drafts', specialUse: '\\Drafts' },
    { name: 'Inbox' },
    { name: 'Junk', specialUse: '\\Junk' },
    { name: 'Notes' },
    { name: 'Outbox' },
    { name: 'Sent', specialUse: '\\Sent' },
  ],
  work: [
    { name: 'Archive' },
    { name: 'Calendar' },
    { name: 'Calendar/Birthdays' },
    { name: 'Contacts' },
    { name: 'Conversation History' },
    { name: 'Deleted Items', specialUse: '\\Trash' },
    { name: 'Drafts', specialUse: '\\Drafts' },
    { name: 'INBOX' },
    { name: 'Junk Email', specialUse: '\\Junk' },
    { name: 'Outbox' },
    { name: 'Sent Items', specialUse: '\\Sent' },
  ],
} as const satisfies Record<MailboxKind, FolderPlan>

export class MailStore {
  readonly #limit: number
  readonly #now: () => Date
  readonly #mailboxes = new Map<string, Mailbox>()
  /** Where an address had a mailbox before: the UIDVALIDITY its next one begins with. */
  readonly #validities = new Map<string, number>()
  readonly #outbound: OutboundMessage[] = []
  #outboundOctets = 0
  #outboundCount = 0

  /** @param options.mailboxBytes how many octets one mailbox holds, and the outbound list too */
  constructor(options: { mailboxBytes: number; now: () => Date }) {
    this.#limit = options.mailboxBytes
    this.#now = options.now
  }

  /** @param address an account's primary address; throws for any other, which is a mistake of the caller */
  mailbox(address: string): Mailbox {
    const mailbox = this.#mailboxes.get(address.toLowerCase())
    if (!mailbox) throw new Error(`no mailbox belongs to ${address}`)
    return mailbox
  }

  create(address: string, kind: MailboxKind): Mailbox {
    const key = address.toLowerCase()
    const uidValidity = this.#validities.get(key) ?? 1
    const mailbox = new Mailbox({ plan: folderPlans[kind], limit: this.#limit, now: this.#now, uidValidity })
    this.#mailboxes.set(key, mailbox)
    return mailbox
  }

  /** Empties the mailbox first, so that open sessions hear that everything is gone. */
  remove(address: string): void {
    const key = address.toLowerCase()
    const mailbox = this.#mailboxes.get(key)
    if (!mailbox) return
    for (const folder of mailbox.folders) folder.remove([...folder.messages])
    this.#validities.set(key, mailbox.nextUidValidity)
    this.#mailboxes.delete(key)
  }

  /** Oldest first. */
  get outbound(): readonly OutboundMessage[] {
    return this.#outbound
  }

  /** Keeps a message that would have left the machine. The oldest go when there is no room for a new one. */
  keepOutbound(message: Omit<OutboundMessage, 'id'>): void {
    this.#outbound.push({ id: ++this.#outboundCount, ...message })
    this.#outboundOctets += message.raw.length
    while (this.#outboundOctets > this.#limit && this.#outbound.length > 1) {
      this.#outboundOctets -= this.#outbound.shift()!.raw.length
    }
  }

  forgetOutbound(): void {
    this.#outbound.length = 0
    this.#outboundOctets = 0
    this.#outboundCount = 0
  }
}
