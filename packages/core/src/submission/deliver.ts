import { sendByGraph } from './graph.ts'
import { withHeaderRecipients } from '../message/header-recipients.ts'
import type { OutgoingMessage } from '../message/outgoing.ts'
import { submit, type SubmitResult } from './smtp.ts'
import type { Credentials } from '../credentials/credentials.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import type { Cloud } from '../oauth/clouds.ts'
import type { Endpoint } from '../settings/settings.ts'

/** A message, who sends it, and by which ways. */
export type Delivery = Credentials & {
  /** The SMTP server. */
  endpoint: Endpoint
  network: Network
  message: OutgoingMessage
  /** Gives a token for Graph; left out, there is no second way. Asked only when it is needed. */
  accessTokenFor?: ((resource: 'graph') => Promise<string>) | undefined
  /** Whose Graph; `global` if unset. */
  cloud?: Cloud | undefined
  signal?: AbortSignal | undefined
}

/** What became of the message, and the way it went. */
export type SendResult = SubmitResult & { via: 'smtp' | 'graph' }

/**
 * Sends one message by the way that is open: SMTP, and Graph where Microsoft has switched SMTP AUTH off for the mailbox. The
 * second way is gone only after the first was refused at the sign-in, so that no message is ever sent twice.
 *
 * Throws as `submit` and `sendByGraph` do.
 */
export async function deliver(delivery: Delivery): Promise<SendResult> {
  const { message, network, accessTokenFor, cloud, signal } = delivery
  let refusal: unknown
  try {
    const result = await submit({ ...delivery, envelope: message.envelope, raw: message.raw })
    return { ...result, via: 'smtp' }
  } catch (error) {
    refusal = error
  }
  if (!accessTokenFor || !isSmtpOff(refusal)) throw refusal
  const raw = await withHeaderRecipients(message)
  if (!raw) throw refusal
  const { reply } = await sendByGraph({ accessToken: await accessTokenFor('graph'), raw, network, cloud, signal })
  return { accepted: message.envelope.to, rejected: [], reply, via: 'graph' }
}

function isSmtpOff(refusal: unknown): boolean {
  return refusal instanceof SparekeyError && refusal.code === 'smtp-auth-off-mailbox'
}
