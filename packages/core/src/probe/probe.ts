import { checkCredentials, type Proof } from '../credentials/credentials.ts'
import { hiderOf, type Hide } from '../wire/hide-proof.ts'
import type { Network } from '../network/network.ts'
import { secretShape } from '../credentials/secret.ts'
import type { Endpoint, Protocol } from '../settings/settings.ts'
import type { TokenFacts } from '../credentials/token-facts.ts'
import { connectAny } from '../wire/connect.ts'
import type { Dialect, Login } from './dialect.ts'
import { imap } from './imap.ts'
import { Fallen, Ladder } from './ladder.ts'
import type { Observation, Step } from './observation.ts'
import type { StepName } from '../protocols/words.ts'
import { pop3 } from './pop3.ts'
import { smtp } from './smtp.ts'
import { Wire } from './wire.ts'

/**
 * Climbs from the name to the mailbox of one endpoint and writes down what it saw. It judges nothing, makes at most one
 * sign-in attempt, and sends a secret only over TLS whose certificate it has verified.
 */
export type Target = {
  endpoint: Endpoint
  username: string
  /** What to sign in with, sent exactly as it is; left out, the probe stops before. */
  proof?: Proof | undefined
  /** What is known of a token, to be kept with what was observed. */
  token?: TokenFacts | undefined
}

const dialects: Record<Protocol, Dialect> = { imap, pop3, smtp }

const ladderOf: Record<Endpoint['security'], readonly StepName[]> = {
  tls: ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in'],
  starttls: ['resolve', 'connect', 'greeting', 'tls', 'capabilities', 'sign-in'],
  none: ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in'],
}

/**
 * Climbs one ladder, for `diagnose` to judge now or later. Never rejects for what a server does.
 * @param onStep hears each step as it ends
 * @throws SparekeyError for what no command can carry, before anything is sent: `bad-address`, `bad-secret`, `usage`
 */
export async function probe(
  target: Target,
  network: Network,
  onStep: (step: Step) => void = () => undefined,
): Promise<Observation> {
  const { endpoint, username, proof } = target
  if (proof) checkCredentials({ username, ...proof })
  const dialect = dialects[endpoint.protocol]
  const end = new AbortController()
  const hide = hiderFor(target)
  let wire: Wire | undefined
  const ladder = new Ladder(ladderOf[endpoint.security], {
    timeoutMs: network.timeoutMs,
    heard: () => wire?.takeHeard() ?? [],
    hide,
    onStep,
  })
  const observation: Observation = {
    endpoint,
    username,
    credential: credentialOf(proof),
    ...(target.token && { token: target.token }),
    sent: false,
    steps: ladder.steps,
    capabilities: [],
  }
  const login: Login = {
    username,
    proof: proof?.token === undefined ? 'secret' : 'token',
    printable: /^[\x20-\x7e]*$/.test(username + valueOf(proof)),
    reveal() {
      observation.sent = true
      return valueOf(proof)
    },
  }
  let goodbye: string | undefined
  try {
    const routes = await ladder.climb('resolve', () => network.resolve(endpoint.host, endpoint.port))
    const limits = { timeoutMs: network.timeoutMs, signal: end.signal }
    const open = new Wire(await ladder.climb('connect', () => connectAny(routes, limits)), hide)
    wire = open
    const secure = () => open.secure(endpoint.host, { ca: network.ca, ...limits })
    if (endpoint.security === 'tls') await ladder.climb('tls', secure)
    if (endpoint.security === 'none') ladder.skip('tls', 'no-tls')
    await ladder.climb('greeting', () => dialect.greeting(open))
    if (endpoint.security === 'starttls') await ladder.climb('tls', () => dialect.startTls(open).then(secure))
    goodbye = dialect.goodbye
    const capabilities = await ladder.climb('capabilities', () => dialect.capabilities(open))
    observation.capabilities = capabilities.map(hide)
    const mechanism = dialect.mechanism(capabilities, login)
    if (endpoint.security === 'none') ladder.skip('sign-in', 'no-tls')
    else if (!mechanism) ladder.skip('sign-in', `${login.proof === 'token' ? 'token' : 'password'}-not-offered`)
    else if (proof === undefined) ladder.skip('sign-in', 'not-asked')
    else {
      await ladder.climb('sign-in', async (pick) => pick(await dialect.signIn(open, mechanism, login, capabilities)))
    }
  } catch (error) {
    if (!(error instanceof Fallen)) throw error
    // Nobody is listening; and an exchange that broke off in the middle must not go on behind a late answer.
    if (ladder.steps.at(-1)?.error === 'timeout') goodbye = undefined
  } finally {
    ladder.skipRest()
    await wire?.close(goodbye)
    end.abort()
  }
  return observation
}

function credentialOf(proof: Proof | undefined): Observation['credential'] {
  if (proof === undefined) return 'none'
  return proof.token === undefined ? secretShape(proof.secret) : 'token'
}

function valueOf(proof: Proof | undefined): string {
  return proof?.token ?? proof?.secret ?? ''
}

function hiderFor({ endpoint, username, proof }: Target): Hide {
  return proof === undefined ? (said) => said : hiderOf(endpoint.protocol, { username, ...proof })
}
