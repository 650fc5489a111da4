/** Brings a sign-in to the gate and says its decision in Microsoft's words. Knows no account and keeps no secret. */
import type { Attempt } from '../../../sign-in/attempt.ts'
import type { Decision } from '../../../sign-in/decision.ts'
import { goodbyes, refusals, type SignInVerb } from '../../../voices/imap.ts'
import { completed } from '../../../voices/imap-session.ts'
import type { Result } from './refusal.ts'
import type { Session } from './session.ts'

export function signIn(
  session: Session,
  { tag, verb }: { tag: string; verb: SignInVerb },
  { mechanism, username, proof }: Pick<Attempt, 'mechanism' | 'username' | 'proof'>,
): Result {
  const { decision } = session.services.gate.attempt(
    { protocol: 'imap', mechanism, username, proof, secure: true, session: session.id },
    (decision) => onTheWire(tag, answerTo(decision, verb)),
  )
  if (decision.outcome === 'accepted') session.signIn(decision.address, decision.connected)
  return answerTo(decision, verb)
}

function answerTo(decision: Decision, verb: SignInVerb): Result & { text: string } {
  if (decision.outcome === 'accepted') return { status: 'OK', text: completed(verb) }
  const { text } = refusals[decision.reason][verb]
  return { status: 'NO', text, ...(decision.last && { goodbye: goodbyes.tooManyFailures.text }) }
}

function onTheWire(tag: string, { status, text, goodbye }: Result & { text: string }): string {
  return `${tag} ${status} ${text}${goodbye === undefined ? '' : `\r\n* BYE ${goodbye}`}`
}

/** RFC 4616; an authorization identity is passed over. `undefined` if malformed. */
export function readPlain(response: string): { username: string; proof: Attempt['proof'] } | undefined {
  const [, username, secret, ...more] = decodeBase64(response)?.split('\0') ?? []
  if (!username || secret === undefined || more.length > 0) return undefined
  return { username, proof: { kind: 'secret', secret } }
}

/** `user=…^Aauth=Bearer …^A^A`. `undefined` if malformed. */
export function readXoauth2(response: string): { username: string; proof: Attempt['proof'] } | undefined {
  const [, username, token] =
    /^user=([^\u0001]+)\u0001auth=Bearer ([^\u0001]*)\u0001\u0001$/i.exec(decodeBase64(response) ?? '') ?? []
  return username === undefined || token === undefined ? undefined : { username, proof: { kind: 'token', token } }
}

function decodeBase64(text: string): string | undefined {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
    ? Buffer.from(text, 'base64').toString('utf8')
    : undefined
}
