import { judgeRefusal } from '../diagnosis/refusals.ts'
import type { Certainty } from '../diagnosis/finding.ts'
import { serversOn } from '../settings/servers.ts'
import type { Protocol } from '../settings/settings.ts'
import type { Case } from './case.ts'
import type { ExplainedCode } from './tables/row.ts'

export type Cause = { code: ExplainedCode; certainty: Certainty }

/** What a plain refusal comes to for this account and day, a secret of unknown shape assumed, as in a check. */
export function causeFor({ account, address = '', day }: Case, protocol: Protocol): Cause {
  const kinds = account === 'unknown' ? (['personal', 'work'] as const) : [account]
  const servers = kinds
    .flatMap((kind) => serversOn(day, kind, address))
    .filter((server) => server.protocol === protocol)
  const taken = new Set(servers.map(({ authentication }) => authentication.includes('password')))
  const passwords = taken.size > 1 ? 'unknown' : taken.has(true) ? 'accepted' : 'refused'
  return judgeRefusal({
    credential: 'other-secret',
    protocol,
    kind: account,
    said: 'plain-refusal',
    passwords,
    acceptedElsewhere: false,
    lifetime: 'unknown',
    account: 'unknown',
    permits: 'unknown',
    audience: 'unknown',
    bearer: 'unknown',
    length: 'usual',
  })!
}

/** What a plain refusal may mean, the likelier first. */
export function causesOf(protocol: Protocol | undefined): Cause[] {
  const codes: ExplainedCode[] =
    protocol === 'smtp'
      ? ['basic-auth-retired', 'smtp-auth-off-tenant', 'app-password-needed', 'token-refused', 'password-wrong']
      : ['basic-auth-retired', 'app-password-needed', 'token-refused', 'protocol-off', 'password-wrong']
  return codes.map((code) => ({ code, certainty: 'possible' }))
}
