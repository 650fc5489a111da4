import { setTimeout as sleep } from 'node:timers/promises'
import { failure } from '../errors/failure.ts'
import type { FindingCode } from '../errors/codes.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Answer, Tokens } from './identity-service.ts'
import { findingBehind } from './refusal.ts'

/** How a device waits for its owner (RFC 8628, 3.4 and 3.5). Knows no address and no secret; time is handed in. */

/** The time in which a device waits. */
export type Stopwatch = {
  /** Milliseconds, from any beginning. */
  now(): number
  wait(milliseconds: number): Promise<void>
}

export type PollingRules = { intervalSeconds: number; expiresInSeconds: number }

/** The machine's time, which goes on while the owner's does. */
export function stopwatch(signal?: AbortSignal): Stopwatch {
  return {
    now: () => performance.now(),
    async wait(milliseconds) {
      await sleep(milliseconds, undefined, { signal }).catch(() => {
        throw failure('aborted', {})
      })
    },
  }
}

/** Bounds to what a server may ask for: neither a flood nor a wait without end. */
const shortestSeconds = 1
const longestSeconds = 60
const longestLifeSeconds = 3600

/** Trouble that passes: the owner must not start anew for it. */
const passing: ReadonlySet<string> = new Set<FindingCode>([
  'connection-timeout',
  'connection-dropped',
  'connection-refused',
  'server-unavailable',
  'throttled',
])

/**
 * Asks until the owner has answered. Waits before each question, five seconds longer after each `slow_down`, twice as long
 * after trouble with the connection.
 * @throws SparekeyError `sign-in-timeout` when the code's life is over, or what stood in the way until then
 */
export async function poll(
  ask: () => Promise<Answer<Tokens>>,
  rules: PollingRules,
  time: Stopwatch,
): Promise<Answer<Tokens>> {
  let seconds = between(shortestSeconds, rules.intervalSeconds, longestSeconds)
  const deadline = time.now() + between(0, rules.expiresInSeconds, longestLifeSeconds) * 1000
  let trouble: SparekeyError | undefined
  for (;;) {
    await time.wait(seconds * 1000)
    if (time.now() >= deadline) throw trouble ?? nobodyCame()
    try {
      const answer = await ask()
      trouble = undefined
      if (answer.kind === 'granted') return answer
      const { refusal } = answer
      if (refusal.error === 'slow_down') seconds += 5
      else if (passing.has(findingBehind(refusal))) seconds *= 2
      else if (refusal.error !== 'authorization_pending') return answer
    } catch (error) {
      if (!(error instanceof SparekeyError) || !passing.has(error.code)) throw error
      trouble = error
      seconds *= 2
    }
    seconds = Math.min(seconds, longestSeconds)
  }
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function nobodyCame(): SparekeyError {
  return failure('sign-in-timeout', {})
}
