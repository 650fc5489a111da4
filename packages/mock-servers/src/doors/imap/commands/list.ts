import type { Mailbox } from '../../../mail/mailbox.ts'
import { octets } from '../session/arguments.ts'
import { folderName } from '../format/strings.ts'
import { listPattern } from '../syntax/list-pattern.ts'
import { decodeFolderName } from '../syntax/modified-utf7.ts'
import type { Argument } from '../syntax/parse.ts'
import { done, refuse } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

/** RFC 3501, 6.3.8, with Microsoft's attributes (MS-IMAP-42, MS-IMAP-43). No extended form (RFC 5258). */
export const list: CommandFile = {
  verbs: ['LIST'],
  state: 'signed-in',
  args: [2, 2],
  run({ session: { mailbox, output }, args }) {
    if (octets(args[1]) === '') {
      // Asks for the separator alone.
      output.line('* LIST (\\Noselect) "/" ""')
      return done
    }
    const matches = patternOf(args)
    const parents = parentsIn(mailbox)
    for (const { name } of mailbox.folders) {
      if (matches(name)) output.line(`* LIST (${attributes(mailbox, name, parents)}) "/" ${folderName(name)}`)
    }
    return done
  },
}

/** RFC 3501, 6.3.9: with `%`, a parent that is not subscribed to represents its children that are. */
export const lsub: CommandFile = {
  verbs: ['LSUB'],
  state: 'signed-in',
  args: [2, 2],
  run({ session: { mailbox, output }, args }) {
    const matches = patternOf(args)
    const standIns = octets(args[1]).includes('%')
    const parents = parentsIn(mailbox)
    const listed = new Map<string, { name: string; attributes: string }>()
    for (const name of mailbox.subscriptions) {
      if (matches(name)) listed.set(name.toLowerCase(), { name, attributes: attributes(mailbox, name, parents) })
      else if (standIns) {
        for (const parent of ancestors(name).filter(matches)) {
          const key = parent.toLowerCase()
          if (!listed.has(key)) listed.set(key, { name: parent, attributes: '\\Noselect' })
        }
      }
    }
    for (const { name, attributes } of listed.values()) output.line(`* LSUB (${attributes}) "/" ${folderName(name)}`)
    return done
  },
}

function patternOf(args: readonly Argument[]): (name: string) => boolean {
  const pattern = decodeFolderName(octets(args[0]) + octets(args[1]))
  // What is no name's encoding matches no name.
  if (pattern === undefined) return () => false
  return listPattern(pattern) ?? refuse('bad-argument')
}

/** In Microsoft's order. `\Marked` is on the Inbox, and on no other folder that was ever seen. */
function attributes(mailbox: Mailbox, name: string, parents: ReadonlySet<string>): string {
  const folder = mailbox.folder(name)
  if (!folder) return '\\Noselect'
  const all = [
    folder === mailbox.inbox && '\\Marked',
    parents.has(name.toLowerCase()) ? '\\HasChildren' : '\\HasNoChildren',
    folder.specialUse,
  ]
  return all.filter(Boolean).join(' ')
}

/** Names of the folders that hold others, in lower case. */
function parentsIn(mailbox: Mailbox): ReadonlySet<string> {
  return new Set(mailbox.folders.flatMap(({ name }) => ancestors(name.toLowerCase()).slice(-1)))
}

/** From the outermost inwards; empty for a folder at the top. */
function ancestors(name: string): string[] {
  const parts = name.split('/')
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'))
}
