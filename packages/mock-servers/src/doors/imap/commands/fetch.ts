import type { Message } from '../../../mail/message.ts'
import { existingIn } from '../session/arguments.ts'
import { parseFetch, type FetchItem } from '../session/fetch-items.ts'
import type { Session } from '../session/session.ts'
import { done, refused } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

/**
 * RFC 3501, 6.4.5. Messages that have gone unannounced are answered all the same (RFC 2180, 4.1.1). Bodies leave as
 * references to the stored octets, and never through hoodiecrow's compiler.
 */
export const fetch: CommandFile = {
  verbs: ['FETCH', 'UID FETCH'],
  state: 'selected',
  args: [2, 2],
  async run({ session, args, uid }) {
    const items = parseFetch(args[1]!, uid)
    const { named, tooFar } = existingIn(session.view, args[0], uid)
    if (tooFar && named.length === 0) return refused('bad-message-set')
    for (const { number, message } of named) {
      await respond(session, number, message, items)
      const pause = session.pause()
      if (pause) await pause
    }
    return tooFar ? refused('message-set-too-far') : done
  },
}

async function respond(session: Session, number: number, message: Message, items: readonly FetchItem[]): Promise<void> {
  const { view, output } = session
  const reads = !view.readOnly && !view.isGone(message) && items.some(({ marksSeen }) => marksSeen)
  const nowSeen = reads && view.folder.setFlags(message, { mode: 'add', flags: ['\\Seen'] }, view)
  let text = `* ${number} FETCH (`
  let separator = ''
  for (const { name, value, literal } of items) {
    text += `${separator}${name} `
    separator = ' '
    const found = value(message, view)
    if (found === undefined) text += 'NIL'
    else if (typeof found === 'string') text += found
    else {
      output.write(literal ? `${text}{${found.length}}\r\n` : text)
      output.write(found)
      text = ''
    }
    // One message may be asked for in hundreds of large pieces: no more of them is kept than the client reads.
    const pause = session.pause()
    if (pause) await pause
  }
  // RFC 3501: if reading changed the flags, they are part of the answer.
  if (nowSeen && !items.some(({ name }) => name === 'FLAGS')) text += ` FLAGS ${view.flagsOf(message)}`
  output.write(`${text})\r\n`)
}
