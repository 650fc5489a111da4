import { setImmediate as turn } from 'node:timers/promises'
import type { ManualClock } from '@sparekey/testkit/clock'
import type { Peer } from '@sparekey/testkit/server'
import type { Timers } from '../network/network.ts'

/** Time limits that run by a clock a test moves. Not part of the product. */
export function timersOf(clock: ManualClock): Timers {
  return { now: () => clock.now().getTime(), set: clock.set, clear: clock.clear }
}

/** What a network of a test allows for a step if it is told nothing else. */
const timeoutMs = 5000

/** Waits for work while time passes, a quarter of the limit at each turn of the loop. */
export async function inPassingTime<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  const state = { over: false }
  const done = work.finally(() => (state.over = true))
  done.catch(() => undefined)
  while (!state.over) {
    clock.advance(timeoutMs / 4)
    await turn()
  }
  return done
}

/** A server's silence: time passes, a quarter of the limit at each turn of the loop, until the client has left. */
export async function silence(peer: Pick<Peer, 'ended'>, clock: ManualClock): Promise<void> {
  while (!peer.ended) {
    clock.advance(timeoutMs / 4)
    await turn()
  }
}
