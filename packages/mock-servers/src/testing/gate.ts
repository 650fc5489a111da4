/** A gate before one account, hanako's, at the date of the article; the clock is frozen. */
import { Clock } from '../clock/clock.ts'
import { Directory } from '../directory/directory.ts'
import type { Protocol } from '../directory/protocol.ts'
import type { Attempt } from '../sign-in/attempt.ts'
import { Gate, type GateOptions, type SignInLimits } from '../sign-in/gate.ts'

export const hanako = 'hanako@hotmail.com'
export const ownPassword = 'correct horse'
export const protocols: readonly Protocol[] = ['pop3', 'imap', 'smtp']

export function startGate(
  options: Partial<GateOptions> & { failuresBeforeBlock?: SignInLimits['failuresBeforeBlock'] } = {},
) {
  const clock = new Clock(new Date('2021-05-01T00:00:00Z'))
  clock.freeze(true)
  const directory = new Directory({ now: () => clock.now() })
  const account = directory.add({ address: hanako, password: ownPassword, aliases: ['hana@outlook.jp'] })
  const limits = { failuresPerConnection: 3, failuresBeforeBlock: options.failuresBeforeBlock ?? null }
  const gate = new Gate({ directory, clock, limits, ...options })
  const attempt = (secret: string, more: Partial<Attempt> = {}) =>
    gate.attempt(
      {
        protocol: 'imap',
        mechanism: 'LOGIN',
        username: hanako,
        proof: { kind: 'secret', secret },
        secure: true,
        session: 'session-1',
        ...more,
      },
      ({ outcome, reason }) => `${outcome}: ${reason}`,
    )
  const reason = (...args: Parameters<typeof attempt>) => attempt(...args).decision.reason
  return { clock, directory, account, gate, attempt, reason }
}
