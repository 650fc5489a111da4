import type { Socket } from 'node:net'
import { protocolBroken } from '../errors/failure.ts'
import type { Network } from '../network/network.ts'
import { leastTransferBytes } from './size-limits.ts'
import { TimeLimit } from './time-limit.ts'

/** A socket as it is watched from outside. */
export type Watched = Pick<Socket, 'bytesRead' | 'bytesWritten' | 'destroy'>

export type Pace = {
  /** The answers of the server that were whole so far, where several commands go out at once. */
  answers?: () => number
  /** The answer is as long as a message or a listing. */
  transfer?: boolean
  /** How often we may speak: a server that asks again and again makes no progress. */
  turns?: number
  /** All that the server may say. */
  maxBytes?: number
}

/**
 * Does a piece of work with a library that reads the socket itself. Each step has the time limit of its own: from what we
 * say to the end of the answer, whatever the server sends meanwhile. A transfer goes on as long as it brings enough in each
 * such span. The libraries' own limits are for the pause between two bytes, which a server that drips never makes.
 */
export async function inTime<T>(
  socket: Watched,
  { timeoutMs, timers }: Pick<Network, 'timeoutMs' | 'timers'>,
  work: () => Promise<T>,
  pace: Pace = {},
): Promise<T> {
  const { answers = () => 0, transfer = false, turns = Infinity, maxBytes = Infinity } = pace
  const limit = new TimeLimit(timeoutMs, timers)
  const seen = () => ({ said: socket.bytesWritten + answers(), read: socket.bytesRead })
  const begin = seen()
  let before = begin
  let turn = 0
  let tooMuch: Error | undefined
  const moved = () => {
    const now = seen()
    const spoke = now.said !== before.said && ++turn <= turns
    if (!spoke && !(transfer && now.read - before.read >= leastTransferBytes)) return false
    before = now
    return true
  }
  const look = () => {
    if (moved()) limit.renew()
    if (socket.bytesRead - begin.read > maxBytes) {
      tooMuch = protocolBroken('endless-talk')
      socket.destroy()
    }
    timer = limit.timers.set(look, everyMs)
  }
  const everyMs = Math.min(timeoutMs / 8, 100)
  let timer = limit.timers.set(look, everyMs)
  try {
    // Without an error, which a library would take and write its own words into.
    return await limit.wait(work, () => socket.destroy(), moved)
  } catch (error) {
    throw tooMuch ?? error
  } finally {
    limit.timers.clear(timer)
  }
}
