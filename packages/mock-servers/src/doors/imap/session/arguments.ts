/** What commands make of their arguments (RFC 3501, 9). Whatever is not of the form that is asked for is refused. */
import type { Folder } from '../../../mail/folder.ts'
import type { Mailbox } from '../../../mail/mailbox.ts'
import type { Message } from '../../../mail/message.ts'
import type { Complaint } from '../../../voices/imap.ts'
import { decodeFolderName } from '../syntax/modified-utf7.ts'
import type { Argument } from '../syntax/parse.ts'
import { refuse } from './refusal.ts'
import { beyond, numbersIn, numbersOfUids, parseSequenceSet } from '../syntax/sequence-set.ts'
import type { View } from './view.ts'

/** Upper case. */
export function keyword(argument: Argument | undefined): string {
  return argument?.kind === 'atom' ? argument.text.toUpperCase() : refuse('bad-argument')
}

/** An atom, a quoted string or a literal (astring); one character an octet. */
export function octets(argument: Argument | undefined): string {
  if (argument?.kind === 'atom') return argument.text
  return argument?.kind === 'string' ? argument.bytes.toString('latin1') : refuse('bad-argument')
}

/** The same, read as UTF-8: a user name or a secret. */
export function text(argument: Argument | undefined): string {
  return Buffer.from(octets(argument), 'latin1').toString('utf8')
}

/** `name` in Unicode, `undefined` if no folder can be called so; `wire` as the client wrote it, for replies. */
export type FolderName = { wire: string; name: string | undefined }

export function folderName(argument: Argument | undefined): FolderName {
  const wire = octets(argument)
  return { wire, name: decodeFolderName(wire) }
}

export function existingFolder(
  mailbox: Mailbox,
  argument: Argument | undefined,
  complaint: Complaint = 'no-such-folder',
): Folder {
  const { wire, name } = folderName(argument)
  return (name === undefined ? undefined : mailbox.folder(name)) ?? refuse(complaint, wire)
}

/** A parenthesized list of atoms. */
export function atoms(argument: Argument | undefined): string[] {
  if (argument?.kind !== 'list') return refuse('bad-argument')
  return argument.items.map((item) => (item.kind === 'atom' ? item.text : refuse('bad-argument')))
}

type Numbered = { number: number; message: Message }

/** The messages a set names, with their numbers, ascending. A number above EXISTS is refused, an unknown UID is nothing. */
export function messagesIn(view: View, argument: Argument | undefined, uid: boolean): Numbered[] {
  const { named, tooFar } = existingIn(view, argument, uid)
  return tooFar ? refuse('bad-message-set') : named
}

/** Of the messages a set names those that exist; `tooFar` if it names a number above EXISTS as well. */
export function existingIn(
  view: View,
  argument: Argument | undefined,
  uid: boolean,
): { named: Numbered[]; tooFar: boolean } {
  const set = argument?.kind === 'atom' ? parseSequenceSet(argument.text) : undefined
  if (!set) return refuse('bad-message-set')
  const { messages, uids } = view
  const numbers = uid ? numbersOfUids(set, uids) : numbersIn(set, messages.length)
  const named = numbers.map((number) => ({ number, message: messages[number - 1]! }))
  return { named, tooFar: !uid && beyond(set, messages.length) }
}

/** Ascending UIDs as a set: `4,7:9` (RFC 4315: uid-set). */
export function uidSet(messages: readonly Message[]): string {
  const ranges: [number, number][] = []
  for (const { uid } of messages) {
    const last = ranges.at(-1)
    if (last?.[1] === uid - 1) last[1] = uid
    else ranges.push([uid, uid])
  }
  return ranges.map(([low, high]) => (low === high ? String(low) : `${low}:${high}`)).join(',')
}
