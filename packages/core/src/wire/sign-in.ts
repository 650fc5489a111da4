import type { Credentials } from '../credentials/credentials.ts'
import { failure, notOffered } from '../errors/failure.ts'
import type { Network } from '../network/network.ts'
import type { Welcome } from '../protocols/dialect.ts'
import { dialects } from '../protocols/dialects.ts'
import type { Dialogue } from '../protocols/dialogue.ts'
import { askCapabilities, open, signIn } from '../protocols/handshake.ts'
import { loginOf } from '../protocols/login.ts'
import type { Endpoint, Protocol } from '../settings/settings.ts'
import { Channel, type ChannelOptions } from './channel.ts'
import { hiderOf } from './hide-proof.ts'
import { stepFailure } from './step-failure.ts'
import { StepFailed } from './steps.ts'

/**
 * A channel to a server that is verified and has greeted as it should. Clients hand their secret only to such a one.
 * @throws SparekeyError with a finding's code
 */
export async function openChannel(
  endpoint: Endpoint,
  network: Network,
  options: ChannelOptions = {},
): Promise<Channel> {
  const { protocol, security } = endpoint
  if (security === 'none') {
    throw failure('tls-needed', { problem: 'no-tls' })
  }
  const channel = await inWords(protocol, Channel.connect(endpoint, network, options))
  try {
    await talk(channel, open(dialects[protocol], security))
    return channel
  } catch (error) {
    await channel.close()
    throw error
  }
}

/** What the server offers, as it wrote it. */
export function capabilitiesOver(channel: Channel): Promise<string[]> {
  return talk(channel, askCapabilities(dialects[channel.endpoint.protocol]))
}

/**
 * One attempt to sign in over a channel of `openChannel`.
 * @throws SparekeyError `sign-in-refused` with the server's words in `details.reply`, or a finding's code
 */
export async function signInOver(
  channel: Channel,
  offered: readonly string[],
  { username, ...proof }: Credentials,
): Promise<Welcome> {
  const { protocol } = channel.endpoint
  channel.hide = hiderOf(protocol, { username, ...proof })
  const login = loginOf(username, proof)
  const attempt = { secure: channel.secured, offered, login, asked: true, look: false }
  const welcome = await talk(channel, signIn(dialects[protocol], attempt))
  if (welcome) return welcome
  const mechanisms = dialects[protocol].mechanisms(offered.map((line) => line.toUpperCase()))
  throw notOffered(login.proof === 'token' ? 'token' : 'password', mechanisms, channel.hide)
}

function talk<T>(channel: Channel, dialogue: Dialogue<T>): Promise<T> {
  return inWords(channel.endpoint.protocol, channel.run(dialogue))
}

async function inWords<T>(protocol: Protocol, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof StepFailed ? stepFailure(error, protocol) : error
  }
}
