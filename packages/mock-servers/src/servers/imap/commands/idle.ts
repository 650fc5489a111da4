import { remarks } from '../../../voices/imap.ts'
import { done, refused } from '../refusal.ts'
import type { CommandFile } from './command.ts'

/** RFC 2177. News is told in the next turn of the event loop, so that a change of many messages is one batch. */
export const idle: CommandFile = {
  verbs: ['IDLE'],
  state: 'signed-in',
  args: [0, 0],
  async run({ session }) {
    let scheduled: NodeJS.Immediate | undefined
    const tell = async (): Promise<void> => {
      session.announce({ expunges: true })
      // A client that does not read is told no more until it does; the view keeps account.
      await session.output.flow().catch(() => undefined)
      scheduled = undefined
      if (waiting) news()
    }
    let waiting = false
    const news = (): void => {
      if (scheduled) waiting = true
      else {
        waiting = false
        scheduled = setImmediate(() => void tell())
      }
    }
    const stop = session.listen(news)
    try {
      const line = await session.ask(remarks.idling)
      return line.toUpperCase() === 'DONE' ? done : refused('bad-command')
    } finally {
      stop()
      clearImmediate(scheduled)
    }
  },
}
