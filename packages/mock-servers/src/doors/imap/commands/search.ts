import { parseSearch } from '../syntax/search-key.ts'
import { searchTest } from '../session/search.ts'
import { done, refuse } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

/** RFC 3501, 6.4.4. There is always a SEARCH line, if need be an empty one. */
export const search: CommandFile = {
  verbs: ['SEARCH', 'UID SEARCH'],
  state: 'selected',
  args: [1, Infinity],
  async run({ session, args, uid }) {
    const { view, output } = session
    const key = parseSearch(args)
    if (typeof key === 'string') return refuse(key)
    const exists = view.messages.length
    const matches = searchTest(key, { exists, lastUid: view.messages.at(-1)?.uid ?? 0 })
    const found: number[] = []
    for (const [index, message] of view.messages.entries()) {
      if (matches({ message, sequence: index + 1, recent: view.isRecent(message) })) {
        found.push(uid ? message.uid : index + 1)
      }
      const pause = session.pause()
      if (pause) await pause
    }
    output.line(['* SEARCH', ...found].join(' '))
    return done
  },
}
