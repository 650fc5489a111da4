import type { ManualClock } from '@sparekey/testkit/clock'
import type { Timers } from '../network/network.ts'

/** Time limits that run by a clock a test moves. Not part of the product. */
export function timersOf(clock: ManualClock): Timers {
  return { now: () => clock.now().getTime(), set: clock.set, clear: clock.clear }
}
