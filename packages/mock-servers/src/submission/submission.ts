/**
 * Takes one finished message from a signed-in account, or says why not: a value, never a sentence. Only here is it
 * decided in whose name somebody may send.
 */
import { randomBytes } from 'node:crypto'
import { deliver } from '../mail/deliver.ts'
import type { MailStore } from '../mail/store.ts'
import type { SubmissionRefusal } from '../voices/smtp-session.ts'
import { authors, hasBareLineFeed, headerOctets, headerOf, hopCount, hops, messageId, withMessageId } from './header.ts'

/** The account that signed in, as far as sending is concerned. */
type Sender = {
  /** The primary address. */
  readonly address: string
  readonly kind: 'personal' | 'work'
  /** Whether an address is the account's own or one of its aliases. */
  owns(address: string): boolean
}

type PostOffice = {
  store: MailStore
  /** The account of an address or alias; undefined outside the directory. */
  sender: (address: string) => Sender | undefined
  /** The id the server would give a message; see `serverMessageId`. */
  newMessageId: (unique: string) => string
}

type Submission = {
  /** The account's primary address. */
  account: string
  /** MAIL FROM; empty for the null sender. */
  from: string
  to: readonly string[]
  raw: Buffer
  /** BODY=BINARYMIME (RFC 3030): lines may end anyhow. */
  binary: boolean
  at: Date
}

type Submitted =
  | { outcome: 'accepted'; messageId: string }
  | { outcome: 'refused'; reason: SubmissionRefusal; from: string }

export type Submit = (submission: Submission) => Submitted

/** Outlook was seen to give personal mail an id of its own on 2026-09-21 (MS-SMTP-26); since when is assumed. */
const ownMessageIdSince = Date.UTC(2026, 8, 1)

/** How messages are submitted here, whatever the way they came. */
export function postOffice(office: PostOffice): Submit {
  return (submission) => submit(office, submission)
}

function submit(office: PostOffice, submission: Submission): Submitted {
  const { account, from, to, raw, binary, at } = submission
  const refused = (reason: SubmissionRefusal, who = from): Submitted => ({ outcome: 'refused', reason, from: who })

  const sender = office.sender(account)
  const header = headerOf(raw)
  if (header.bodyStart > headerOctets) return refused('header-too-large')
  if (!binary && hasBareLineFeed(raw)) return refused('bare-line-feed')
  if (hopCount(header) > hops) return refused('hop-count-exceeded')
  const stranger = [from, ...authors(header)].find((address) => !sender?.owns(address))
  if (!sender || stranger !== undefined) return refused('send-as-denied', stranger)

  const given = messageId(header)
  const own = () => office.newMessageId(randomBytes(13).toString('hex').slice(1))
  const renamed = sender.kind === 'personal' && at.getTime() >= ownMessageIdSince ? own() : undefined
  const message = { from: sender.address, to, raw: renamed ? withMessageId(raw, header, renamed) : raw, at }
  const delivery = deliver(message, office.store, (address) => office.sender(address)?.address)
  if (delivery.outcome === 'mailbox-full') return refused('mailbox-full')
  return { outcome: 'accepted', messageId: renamed ?? given ?? own() }
}
