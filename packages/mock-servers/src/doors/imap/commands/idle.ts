import { remarks } from '../../../voices/imap-session.ts'
import { done, refused } from '../session/refusal.ts'
import type { Session } from '../session/session.ts'
import type { CommandFile } from './command.ts'

/** RFC 2177. */
export const idle: CommandFile = {
  verbs: ['IDLE'],
  state: 'signed-in',
  args: [0, 0],
  async run({ session }) {
    const stop = announceNews(session)
    try {
      const line = await session.ask(remarks.idling)
      return line.toUpperCase() === 'DONE' ? done : refused('bad-command')
    } finally {
      stop()
    }
  },
}

/**
 * Tells what has already happened and what happens from now on, each in the next turn of the event loop, so that a
 * change of many messages is one batch. A client that does not read is told no more until it does.
 */
function announceNews(session: Session): () => void {
  let scheduled: NodeJS.Immediate | undefined
  let more = false
  const schedule = (): void => {
    if (scheduled) more = true
    else scheduled = setImmediate(() => void tell())
  }
  const tell = async (): Promise<void> => {
    more = false
    session.announce({ expunges: true })
    await session.output.flow().catch(() => undefined)
    scheduled = undefined
    if (more) schedule()
  }
  const stop = session.listen(schedule)
  schedule()
  return () => {
    stop()
    more = false
    clearImmediate(scheduled)
  }
}
