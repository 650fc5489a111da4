import type { Socket } from 'node:net'
import { timedOut } from './connect.ts'

/** What a transfer must bring in each span of the time limit, so that a slow one is told from one that is held up. */
export const leastBytes = 1024

export type Pace = {
  /** The answers of the server that were whole so far, where several commands go out at once. */
  answers?: () => number
  /** The answer is as long as a message or a listing. */
  transfer?: boolean
  /** How often we may speak: a server that asks again and again makes no progress. */
  turns?: number
}

/**
 * Does a piece of work with a library that reads the socket itself. Each step has the time limit of its own: from what we
 * say to the end of the answer, whatever the server sends meanwhile. A transfer goes on as long as it brings enough in each
 * such span. The libraries' own limits are for the pause between two bytes, which a server that drips never makes.
 */
export async function inTime<T>(
  socket: Socket,
  timeoutMs: number,
  work: () => Promise<T>,
  pace: Pace = {},
): Promise<T> {
  const { answers = () => 0, transfer = false, turns = Infinity } = pace
  const said = () => socket.bytesWritten + answers()
  let late: Error | undefined
  let turn = 0
  let before = { said: said(), read: socket.bytesRead, at: performance.now() }
  const timer = setInterval(
    () => {
      const now = { said: said(), read: socket.bytesRead, at: performance.now() }
      const spoke = now.said !== before.said && ++turn <= turns
      if (spoke || (transfer && now.read - before.read >= leastBytes)) before = now
      else if (now.at - before.at >= timeoutMs) {
        late = timedOut(timeoutMs)
        // Without an error, which a library would take and write its own words into.
        socket.destroy()
      }
    },
    Math.min(timeoutMs / 8, 250),
  )
  try {
    return await work()
  } catch (error) {
    throw late ?? error
  } finally {
    clearInterval(timer)
  }
}
