import type { Observation } from '../probe/observation.ts'
import { noTokenFacts } from '../credentials/token-facts.ts'
import { judgeRefusal, passwordsAt } from '../diagnosis/refusals.ts'
import type { Certainty } from '../diagnosis/finding.ts'
import { serversOn } from '../settings/servers.ts'
import type { Protocol } from '../settings/settings.ts'
import type { Case } from './case.ts'
import type { ExplainedCode } from './tables/row.ts'

export type Cause = { code: ExplainedCode; certainty: Certainty }

/** What of a plain refusal the text does not tell, in the order in which it is worth trying. */
const others = {
  imap: ['app-password-needed', 'token-refused', 'protocol-off', 'password-wrong'],
  pop3: ['app-password-needed', 'protocol-off', 'token-refused', 'password-wrong'],
  smtp: ['app-password-needed', 'token-refused', 'smtp-auth-off-tenant', 'password-wrong'],
} as const satisfies Record<Protocol, readonly ExplainedCode[]>

const kinds = ['personal', 'work'] as const

/** What a plain refusal comes to for this account and day, as in a check: with a token, or a secret of unknown shape. */
export function causeFor(
  { account, address = '', day }: Case,
  protocol: Protocol,
  credential: Extract<Observation['credential'], 'token' | 'other-secret'>,
): Cause {
  const servers = (account === 'unknown' ? kinds : [account]).flatMap((kind) => serversOn(day, kind, address))
  const cause = judgeRefusal({
    ...noTokenFacts,
    credential,
    protocol,
    kind: account,
    said: 'plain-refusal',
    passwords: passwordsAt(servers.filter((server) => server.protocol === protocol)),
    acceptedElsewhere: false,
  })
  return cause ?? { code: 'unknown-refusal', certainty: 'possible' }
}

/** What a plain refusal may mean for an account of either kind on this day, the likelier first. */
export function causesOf(circumstances: Case, protocol: Protocol = 'imap'): Cause[] {
  const [first, ...second] = new Set(
    kinds.map((account) => causeFor({ ...circumstances, account }, protocol, 'other-secret').code),
  )
  return [
    { code: first!, certainty: second.length === 0 ? 'likely' : 'possible' },
    ...[...second, ...others[protocol]].map((code) => ({ code, certainty: 'possible' }) as const),
  ]
}
