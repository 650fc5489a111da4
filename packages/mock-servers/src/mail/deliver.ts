/**
 * Puts one submitted message where it belongs: the Inbox of each recipient who lives here, the sender's Sent folder, the
 * outbound list for everybody else. All or nothing: if one mailbox has no room, no mailbox is touched. The bytes are
 * shared by every copy and never changed here.
 */
import type { Mailbox } from './mailbox.ts'
import type { MailStore } from './store.ts'

export type Outgoing = {
  /** The sender's primary address. */
  from: string
  /** Recipients as given in RCPT TO; two names of one account get one copy. */
  to: readonly string[]
  raw: Buffer
  at: Date
}

export type Delivery = { outcome: 'delivered' } | { outcome: 'mailbox-full'; address: string }

/** @param primaryOf the primary address of an address or alias; undefined outside the directory */
export function deliver(
  { from, to, raw, at }: Outgoing,
  store: MailStore,
  primaryOf: (address: string) => string | undefined,
): Delivery {
  const local = new Set<string>()
  const outside = new Set<string>()
  for (const address of to) {
    const primary = primaryOf(address)
    if (primary) local.add(primary)
    else outside.add(address)
  }

  for (const address of new Set([from, ...local])) {
    const copies = (address === from ? 1 : 0) + (local.has(address) ? 1 : 0)
    if (!hasRoom(store.mailbox(address), copies * raw.length)) return { outcome: 'mailbox-full', address }
  }

  for (const address of local) store.mailbox(address).inbox.append(raw)
  // Microsoft files the copy by itself (docs/microsoft-sign-in.md#smtp); a client that appends its own makes a second.
  store
    .mailbox(from)
    .special('\\Sent')
    ?.append(raw, { flags: ['\\Seen'] })
  if (outside.size > 0) store.keepOutbound({ from, to: [...outside], at, raw })
  return { outcome: 'delivered' }
}

function hasRoom(mailbox: Mailbox, octets: number): boolean {
  return mailbox.octets + octets <= mailbox.limit
}
