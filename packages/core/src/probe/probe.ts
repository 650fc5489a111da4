import { checkCredentials, type Proof } from '../credentials/credentials.ts'
import { secretShape } from '../credentials/secret.ts'
import type { TokenFacts } from '../credentials/token-facts.ts'
import type { Network } from '../network/network.ts'
import type { Dialect } from '../protocols/dialect.ts'
import { dialects } from '../protocols/dialects.ts'
import { Stop } from '../protocols/dialogue.ts'
import { askCapabilities, open, signIn } from '../protocols/handshake.ts'
import { loginOf } from '../protocols/login.ts'
import type { Step, StepName } from '../protocols/step.ts'
import type { Endpoint } from '../settings/settings.ts'
import { Channel } from '../wire/channel.ts'
import { hiderOf, type Hide } from '../wire/hide-proof.ts'
import { StepFailed } from '../wire/steps.ts'
import type { Observation } from './observation.ts'

/** What to probe, and what to sign in with. */
export type Target = {
  endpoint: Endpoint
  username: string
  /** What to sign in with, sent exactly as it is; left out, the probe stops before. */
  proof?: Proof | undefined
  /** What is known of a token, to be kept with what was observed. */
  token?: TokenFacts | undefined
}

const order: Record<Endpoint['security'], readonly StepName[]> = {
  tls: ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in'],
  starttls: ['resolve', 'connect', 'greeting', 'tls', 'capabilities', 'sign-in'],
  none: ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in'],
}

/**
 * Climbs from the name to the mailbox of one endpoint and writes down what it saw, for `diagnose` to judge now or later. It
 * judges nothing, makes at most one sign-in attempt, and sends a secret only over TLS whose certificate it has verified.
 * Never rejects for what a server does.
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
  const steps: Step[] = []
  const note = (step: Step) => {
    steps.push(step)
    onStep(step)
  }
  const observation: Observation = {
    endpoint,
    username,
    credential: credentialOf(proof),
    ...(target.token && { token: target.token }),
    sent: false,
    steps,
    capabilities: [],
  }
  try {
    await climb(target, network, observation, note)
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
  } finally {
    for (const step of order[endpoint.security].slice(steps.length)) note({ step, outcome: 'skipped', ms: 0 })
  }
  return observation
}

async function climb(
  target: Target,
  network: Network,
  observation: Observation,
  onStep: (step: Step) => void,
): Promise<void> {
  const { endpoint, username, proof } = target
  const dialect: Dialect = dialects[endpoint.protocol]
  const hide = hiderFor(target)
  const login = loginOf(username, proof, () => {
    observation.sent = true
  })
  const channel = await Channel.connect(endpoint, network, { hide, onStep })
  let goodbye: string | undefined
  try {
    const secure = await channel.run(open(dialect, endpoint.security))
    goodbye = dialect.goodbye
    const offered = await channel.run(askCapabilities(dialect))
    observation.capabilities = offered.map((line) => hide(line.toUpperCase()))
    await channel.run(signIn(dialect, { secure, offered, login, asked: proof !== undefined, look: true }))
  } catch (error) {
    // Unless the server said no, nobody is listening; and what broke off in the middle must not go on after a late answer.
    if (!(error instanceof StepFailed && error.cause instanceof Stop)) goodbye = undefined
    throw error
  } finally {
    await channel.close(goodbye)
  }
}

function credentialOf(proof: Proof | undefined): Observation['credential'] {
  if (proof === undefined) return 'none'
  return proof.token === undefined ? secretShape(proof.secret) : 'token'
}

function hiderFor({ endpoint, username, proof }: Target): Hide {
  return proof === undefined ? (said) => said : hiderOf(endpoint.protocol, { username, ...proof })
}
