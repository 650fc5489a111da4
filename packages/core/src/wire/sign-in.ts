import type { Credentials } from '../credentials/credentials.ts'
import { failure } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import type { Welcome } from '../protocols/dialect.ts'
import { dialects } from '../protocols/dialects.ts'
import type { Dialogue } from '../protocols/dialogue.ts'
import { askCapabilities, open, signIn } from '../protocols/handshake.ts'
import { loginOf } from '../protocols/login.ts'
import type { Endpoint, Protocol } from '../settings/settings.ts'
import { Channel, StepFailed, type ChannelOptions } from './channel.ts'
import { hiderOf } from './hide-proof.ts'
import { stepFailure } from './step-failure.ts'

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
    throw failure('tls-needed', 'Without TLS the secret would cross the network for anyone to read. Nothing was sent.')
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
  throw notOffered(protocol, offered.map(channel.hide), login.proof)
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

/** A server that has said what it takes, and there is nothing among it for this. */
function notOffered(protocol: Protocol, offered: string[], proof: 'secret' | 'token'): SparekeyError {
  const what = proof === 'token' ? 'access tokens' : 'passwords'
  const reply = waysIn(protocol, offered, proof)
  return failure('sign-in-refused', `The server takes no ${what} here. Nothing was sent.`, { reply })
}

/** The part of what a server offers that is about signing in. */
function waysIn(protocol: Protocol, offered: string[], proof: 'secret' | 'token'): string {
  if (protocol === 'imap') {
    return proof === 'secret' ? 'LOGINDISABLED' : offered.filter((word) => /^AUTH=/i.test(word)).join(' ')
  }
  const word = protocol === 'smtp' ? 'AUTH' : 'SASL'
  return offered.find((line) => new RegExp(`^${word}\\b`, 'i').test(line))?.toUpperCase() ?? word
}
