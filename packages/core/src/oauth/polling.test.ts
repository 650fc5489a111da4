import { expect, test } from 'vitest'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Answer, Tokens } from './identity-service.ts'
import { poll, stopwatch, type PollingRules, type Stopwatch } from './polling.ts'

/** Time that passes only while somebody waits. */
function virtualTime(): Stopwatch & { waits: number[] } {
  let now = 0
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds / 1000)
      now += milliseconds
    },
  }
}

const granted: Answer<Tokens> = {
  kind: 'granted',
  granted: { accessToken: 'a', refreshToken: 'r', expiresAt: new Date(0), scope: undefined, claims: {} },
}
const refused = (error: string, status = 400): Answer<Tokens> => ({
  kind: 'refused',
  refusal: { error, description: '', status },
})
const rules: PollingRules = { intervalSeconds: 5, expiresInSeconds: 900 }

async function play(answers: (Answer<Tokens> | Error)[], options: Partial<PollingRules> = {}) {
  const time = virtualTime()
  const rest = [...answers]
  const last = answers.at(-1)!
  const result = await poll(
    async () => {
      const answer = rest.shift() ?? last
      if (answer instanceof Error) throw answer
      return answer
    },
    { ...rules, ...options },
    time,
  ).catch((error: unknown) => error)
  return { result, waits: time.waits }
}

test('the device waits before each question, as long as it was told', async () => {
  const { result, waits } = await play([refused('authorization_pending'), refused('authorization_pending'), granted])
  expect([result, waits]).toEqual([granted, [5, 5, 5]])
})

test('slow_down makes it wait five seconds longer, from then on', async () => {
  const { waits } = await play([refused('slow_down'), refused('authorization_pending'), refused('slow_down'), granted])
  expect(waits).toEqual([5, 10, 10, 15])
})

test.for(['authorization_declined', 'expired_token', 'bad_verification_code', 'invalid_client'])(
  '%s ends the wait',
  async (error) => {
    const { result, waits } = await play([refused('authorization_pending'), refused(error)])
    expect([result, waits]).toEqual([refused(error), [5, 5]])
  },
)

test('trouble with the connection is waited out, twice as long each time', async () => {
  const timeout = new SparekeyError('connection-timeout', {})
  const { result, waits } = await play([timeout, timeout, refused('server_error', 500), granted])
  expect([result, waits]).toEqual([granted, [5, 10, 20, 40]])
})

test('trouble that does not pass ends it, at once if it cannot pass, else with the code', async () => {
  const wrongName = new SparekeyError('certificate-wrong-name', {})
  expect(await play([wrongName])).toEqual({ result: wrongName, waits: [5] })
  const dropped = new SparekeyError('connection-dropped', {})
  const { result, waits } = await play([dropped], { expiresInSeconds: 100 })
  expect([result, waits]).toEqual([dropped, [5, 10, 20, 40, 60]])
})

test.for([
  'connection-timeout',
  'connection-dropped',
  'connection-refused',
  'server-unavailable',
  'throttled',
] as const)('%s is trouble that passes', async (code) => {
  const { result, waits } = await play([new SparekeyError(code, {}), granted])
  expect([result, waits]).toEqual([granted, [5, 10]])
})

test.for([
  ['temporarily_unavailable', 400],
  ['server_error', 400],
  ['', 429],
  ['', 500],
  ['', 503],
] as const)('a service that answers %s (%d) is asked again, later', async ([error, status]) => {
  const { result, waits } = await play([refused(error, status), granted])
  expect([result, waits]).toEqual([granted, [5, 10]])
})

test('trouble that is over is not what stood in the way when the code runs out', async () => {
  const dropped = new SparekeyError('connection-dropped', {})
  const { result } = await play([dropped, refused('authorization_pending')], { expiresInSeconds: 60 })
  expect(result).toMatchObject({ code: 'sign-in-timeout' })
})

test('a code that nobody types in runs out', async () => {
  const { result, waits } = await play([refused('authorization_pending')], { expiresInSeconds: 20 })
  expect(result).toMatchObject({ code: 'sign-in-timeout' })
  expect(waits).toEqual([5, 5, 5, 5])
})

test.for([
  [0.000_001, 900, 1],
  [100_000, 900, 60],
  [5, -1, 5],
  [5, Number.MAX_VALUE, 5],
] as const)(
  'a server that says %d s and %d s is neither flooded nor waited for without end',
  async ([interval, life, first]) => {
    const { waits } = await play([refused('authorization_pending')], {
      intervalSeconds: interval,
      expiresInSeconds: life,
    })
    expect(waits[0]).toBe(first)
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(3660)
  },
)

test('the machine’s time goes on while somebody waits, and the wait can be given up', async () => {
  const stop = new AbortController()
  const time = stopwatch(stop.signal)
  const before = time.now()
  await time.wait(5)
  expect(time.now()).toBeGreaterThan(before)
  const waiting = time.wait(600_000)
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'aborted' })
  await expect(time.wait(0)).rejects.toMatchObject({ code: 'aborted' })
})
