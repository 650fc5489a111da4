import { checkProof, checkUsername, type Proof } from './credentials/credentials.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import type { CheckReport } from './diagnosis/report.ts'
import { SparekeyError } from './errors/sparekey-error.ts'
import type { Network } from './network/network.ts'
import type { Step } from './protocols/step.ts'
import { probe, type Target } from './probe/probe.ts'
import type { Program } from './programs/program.ts'
import { normalizeSecret } from './credentials/secret.ts'
import { parseAddress } from './settings/address.ts'
import { cloudOf, homesIn, serversOn } from './settings/servers.ts'
import { dayOf, homeOf, notMicrosoft } from './settings/settings-for.ts'
import type { Endpoint, Protocol, ServerSettings } from './settings/settings.ts'
import type { Using } from './settings/using.ts'
import { tokenFacts, type KnownToken } from './credentials/token-facts.ts'

/** Whose mailbox is checked, and with what. */
export type CheckOptions = {
  address: string
  /** A password or app password. Without it and without a token, the probes stop before signing in. */
  secret?: string | undefined
  /** An OAuth 2.0 access token in place of a secret; what is known of it helps to explain a refusal. */
  token?: string | KnownToken | undefined
  /** Default: all three. */
  protocols?: readonly Protocol[] | undefined
  /** The settings now in the mail program, tried as they are and compared with the right ones. */
  using?: readonly Using[] | undefined
  /** The mail program, one of `programs`: what it cannot do is found as well. */
  program?: Program | undefined
  network: Network
  /** ISO date whose rules apply; the network's own day if left out. */
  asOf?: string | undefined
  /** `false`: send no secret or token even if there is one. */
  signIn?: boolean | undefined
  /** Hears every step of every probe as it ends. */
  onStep?: ((event: StepEvent) => void) | undefined
}

/** A step of a probe that has ended. */
export type StepEvent = { endpoint: Endpoint; step: Step }

const everyProtocol: readonly Protocol[] = ['imap', 'pop3', 'smtp']

/**
 * One check from the address to the finding: settings, probes of all protocols at the same time, diagnosis. The secret or
 * token goes to the probes and nowhere else; no report holds it.
 * @throws SparekeyError for input that cannot be checked: `bad-address`, `bad-date`, `bad-secret`, `bad-using`,
 * `not-a-microsoft-address` or `mx-elsewhere` (an unknown domain, and no `using` that names its servers), `usage` (a secret and a token)
 */
export async function check(options: CheckOptions): Promise<CheckReport> {
  const { network, using = [], program } = options
  const { address, domain } = parseAddress(options.address)
  const asOf = dayOf(options)
  const proof = usableProof(options)
  const { home, exchange } = await homeOf(domain, network)
  const account = home?.account ?? 'unknown'
  const servers = home ? serversOn(asOf, home.account, address, home.cloud) : serversNamed(using, asOf, address)
  const targets = targetsOf(options, address, servers, proof)
  if (targets.length === 0) throw notMicrosoft(address, domain, exchange)
  const observations = await Promise.all(
    targets.map((target) => probe(target, network, (step) => options.onStep?.({ endpoint: target.endpoint, step }))),
  )
  const { finding, protocols } = diagnose(observations, { servers, using, account, asOf, ...(program && { program }) })
  return {
    address,
    account,
    asOf,
    ...(program && { program: program.id }),
    credential: observations[0]!.credential,
    ok: finding.code === 'ok',
    finding,
    protocols: protocols.map(({ observation: { endpoint, username, steps }, differences, finding }) => ({
      ...endpoint,
      username,
      steps,
      differences,
      finding,
    })),
  }
}

function usableProof({ secret, token, signIn }: CheckOptions): Proof | undefined {
  if (signIn === false || (secret === undefined && token === undefined)) return undefined
  const given = { secret, token: typeof token === 'object' ? token.accessToken : token } as Proof
  checkProof(given)
  return given.token === undefined ? { secret: normalizeSecret(given.secret) } : { token: given.token }
}

/**
 * An MX in front of Microsoft's hides whose mail it is; a mail program set to Microsoft's servers tells. What is right there
 * for either kind of account, and of no server that nobody named: a secret must not go to it.
 */
function serversNamed(using: readonly Using[], asOf: string, address: string): ServerSettings[] {
  return using.flatMap(({ protocol, host }) => {
    const cloud = cloudOf(protocol, host)
    const homes = cloud === undefined ? [] : homesIn(cloud)
    return homes.flatMap(({ account, cloud }) =>
      serversOn(asOf, account, address, cloud).filter((server) => server.protocol === protocol),
    )
  })
}

/** What to probe: each protocol once, as the mail program has it, else as it should be. */
function targetsOf(
  { protocols = everyProtocol, using = [], token, network }: CheckOptions,
  address: string,
  servers: readonly ServerSettings[],
  proof: Proof | undefined,
): Target[] {
  const twice = using.find(({ protocol }, index) => using.findIndex((other) => other.protocol === protocol) !== index)
  if (twice) {
    throw new SparekeyError('bad-using', { using: twice.protocol, problem: 'twice' })
  }
  return everyProtocol
    .filter((protocol) => protocols.includes(protocol))
    .flatMap((protocol): Target[] => {
      const found =
        using.find((using) => using.protocol === protocol) ?? servers.find((server) => server.protocol === protocol)
      if (!found) return []
      const { host, port, security, username = address } = found
      checkUsername(username)
      const endpoint = { protocol, host, port, security }
      if (proof?.token === undefined) return [{ endpoint, username, proof }]
      const known = typeof token === 'object' ? token : { accessToken: proof.token }
      return [{ endpoint, username, proof, token: tokenFacts(known, { username, protocol, now: network.now() }) }]
    })
}
