import type { Credentials } from './credentials/credentials.ts'
import { secretShape } from './credentials/secret.ts'
import { tokenFacts, type KnownToken } from './credentials/token-facts.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import type { ErrorCode } from './errors/details.ts'
import { failure } from './errors/failure.ts'
import { SparekeyError } from './errors/sparekey-error.ts'
import type { Network } from './network/network.ts'
import type { Observation } from './probe/observation.ts'
import { parseAddress } from './settings/address.ts'
import { serversOn } from './settings/servers.ts'
import { homeOf } from './settings/settings-for.ts'
import type { Endpoint, Home } from './settings/settings.ts'

/** A sign-in of a client's. */
export type Attempt = Credentials & { endpoint: Endpoint; network: Network }

/** What a refused sign-in may be called by its sentence alone, and may be something else by what was shown. */
const open: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'sign-in-refused',
  'smtp-auth-probably-off',
  'mailbox-not-connected',
  'client-protocol-error',
])

/**
 * Runs a client, and lets a refused sign-in fail as a check would explain it: by the server's sentence, and where that has
 * many causes, by the account, the day and what was shown (docs/reference/findings.md#how-a-refusal-is-judged).
 */
export async function judged<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof SparekeyError ? await inOtherWords(error, attempt) : error
  }
}

async function inOtherWords(error: SparekeyError, attempt: Attempt): Promise<SparekeyError> {
  const { code, details } = error
  if (!open.has(code) || !('reply' in details) || details.reply === undefined) return error
  const { network, endpoint, username } = attempt
  const home = await homeOfUser(username, network)
  const asOf = network.asOf()
  const servers = home ? serversOn(asOf, home.account, username, home.cloud) : []
  const context = { servers, asOf, account: home?.account ?? 'unknown' } as const
  const { finding } = diagnose([observationOf(attempt, endpoint, details.reply)], context)
  if (finding.code === 'unknown-refusal' || finding.code === code) return error
  const { reply } = details
  const sure = finding.certainty === 'certain' ? {} : { certainty: finding.certainty }
  return failure<ErrorCode>(finding.code, { reply, ...sure }, error)
}

/** The sign-in as a probe would have written it down. */
function observationOf({ username, network, ...proof }: Attempt, endpoint: Endpoint, reply: string): Observation {
  const shown = { username, protocol: endpoint.protocol, now: network.now() }
  const token: KnownToken | undefined = proof.token === undefined ? undefined : { accessToken: proof.token }
  return {
    endpoint,
    username,
    credential: proof.token === undefined ? secretShape(proof.secret) : 'token',
    ...(token && { token: tokenFacts(token, shown) }),
    sent: true,
    steps: [{ step: 'sign-in', outcome: 'failed', ms: 0, error: 'refused', reply }],
    capabilities: [],
  }
}

/** Nobody's, where the name is no address, or DNS does not answer. */
async function homeOfUser(username: string, network: Network): Promise<Home | undefined> {
  try {
    return (await homeOf(parseAddress(username).domain, network)).home
  } catch {
    return undefined
  }
}
