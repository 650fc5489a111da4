import { setImmediate as turn } from 'node:timers/promises'
import type { ManualClock } from '@sparekey/testkit/clock'
import type { Peer } from '@sparekey/testkit/server'
import type { Timers } from '../network/network.ts'

/** Time limits that run by a clock a test moves. Not part of the product. */
export function timersOf(clock: ManualClock): Timers {
  return { now: () => clock.now().getTime(), set: clock.set, clear: clock.clear }
}

/** A hundredth of what a network of a test allows for a step: what was said on the way is heard before the time is up. */
const aLittle = 50

/** Waits for work while time passes, a little at each turn of the loop. */
export async function inPassingTime<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  const state = { over: false }
  const done = work.finally(() => (state.over = true))
  done.catch(() => undefined)
  while (!state.over) {
    clock.advance(aLittle)
    await turn()
  }
  return done
}

/** A server's silence: time passes, a little at each turn of the loop, until the client has left. */
export async function silence(peer: Pick<Peer, 'ended'>, clock: ManualClock): Promise<void> {
  while (!peer.ended) {
    clock.advance(aLittle)
    await turn()
  }
}
