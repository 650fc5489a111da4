/**
 * Puts one submitted message where it belongs: the Inbox of each recipient who lives here, the sender's Sent folder, the
 * outbound list for everybody else. All or nothing: if one mailbox has no room, no mailbox is touched. The bytes are
 * shared by every copy and never changed here.
 */
import type { Mailbox } from './mailbox.ts'
import type { MailStore } from './store.ts'

export type Envelope = {
  /** The sender's primary address. */
  from: string
  /** Recipients as given in RCPT TO; two names of one account get one copy. */
  to: readonly string[]
}

export type Delivery = { outcome: 'delivered' } | { outcome: 'mailbox-full'; address: string }

/** @param resolve the primary address behind an address or alias; undefined outside the directory */
export function deliver(
  store: MailStore,
  resolve: (address: string) => string | undefined,
  envelope: Envelope,
  raw: Buffer,
  at: Date,
): Delivery {
  const local = new Set<string>()
  const outside = new Set<string>()
  for (const address of envelope.to) {
    const primary = resolve(address)
    if (primary) local.add(primary)
    else outside.add(address)
  }

  for (const address of new Set([envelope.from, ...local])) {
    const copies = (address === envelope.from ? 1 : 0) + (local.has(address) ? 1 : 0)
    if (!hasRoom(store.mailbox(address), copies * raw.length)) return { outcome: 'mailbox-full', address }
  }

  for (const address of local) store.mailbox(address).inbox.append(raw)
  // Microsoft files the copy by itself; a client that appends one of its own makes a second (ANGUS, behaviour notes).
  store
    .mailbox(envelope.from)
    .special('\\Sent')
    ?.append(raw, { flags: ['\\Seen'] })
  if (outside.size > 0) store.keepOutbound({ from: envelope.from, to: [...outside], at, raw })
  return { outcome: 'delivered' }
}

function hasRoom(mailbox: Mailbox, octets: number): boolean {
  return mailbox.octets + octets <= mailbox.limit
}
