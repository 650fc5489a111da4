import type { FlagChange } from '../../../mail/folder.ts'
import { atoms, keyword, messagesIn } from '../session/arguments.ts'
import { storableFlags } from '../syntax/flags.ts'
import type { Argument } from '../syntax/parse.ts'
import { done, refuse, refused } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

const modes = { '': 'set', '+': 'add', '-': 'remove' } as const satisfies Record<string, FlagChange['mode']>

/** RFC 3501, 6.4.6. Messages that have gone unannounced are passed over (RFC 2180, 4.2.1). */
export const store: CommandFile = {
  verbs: ['STORE', 'UID STORE'],
  state: 'selected',
  args: [3, Infinity],
  async run({ session, verb, args, uid }) {
    const { view } = session
    const [, sign, silent] = /^([+-]?)FLAGS(\.SILENT)?$/.exec(keyword(args[1])) ?? refuse('bad-argument')
    const change: FlagChange = {
      mode: modes[sign as keyof typeof modes],
      flags: storableFlags(flagNames(args.slice(2))),
    }
    const named = messagesIn(view, args[0], uid)
    if (view.readOnly) return refused('failed', verb)
    let gone = false
    for (const { number, message } of named) {
      if (view.isGone(message)) {
        gone = true
        continue
      }
      view.folder.setFlags(message, change, view)
      if (silent) continue
      session.output.line(`* ${number} FETCH (${uid ? `UID ${message.uid} ` : ''}FLAGS ${view.flagsOf(message)})`)
      const pause = session.pause()
      if (pause) await pause
    }
    return gone ? { status: 'OK', code: 'EXPUNGEISSUED' } : done
  },
}

/** `(\Seen \Deleted)`, or the same without parentheses. */
function flagNames(args: readonly Argument[]): string[] {
  return args.length === 1 && args[0]!.kind === 'list' ? atoms(args[0]) : atoms({ kind: 'list', items: args })
}
