/**
 * The AUTH exchanges of RFC 4954 that Microsoft offers: LOGIN and XOAUTH2, with or without an initial response. Decodes
 * what the client says and asks the gate; judges nothing, and keeps no secret longer than the call.
 */
import type { Attempt } from '../../sign-in/attempt.ts'
import { replies } from '../../voices/smtp.ts'

export type Credentials = Pick<Attempt, 'mechanism' | 'username' | 'proof'>

/** Either what the client said is complete, or the next line is awaited after a prompt, or the exchange is over. */
export type Exchange =
  | { kind: 'complete'; credentials: Credentials }
  | { kind: 'prompt'; line: string; answer: (line: string) => Exchange }
  | { kind: 'over'; line: string }

const mechanisms: Record<string, (initial: string | undefined) => Exchange> = {
  LOGIN: (initial) =>
    ask(replies.userNamePrompt, initial, (username) =>
      ask(replies.passwordPrompt, undefined, (secret) => ({
        kind: 'complete',
        credentials: { mechanism: 'LOGIN', username, proof: { kind: 'secret', secret } },
      })),
    ),
  XOAUTH2: (initial) =>
    ask(replies.tokenPrompt, initial, (text) => ({
      kind: 'complete',
      credentials: {
        mechanism: 'XOAUTH2',
        username: /(?:^|\u0001)user=([^\u0001]*)/i.exec(text)?.[1] ?? '',
        proof: { kind: 'token', token: /\u0001auth=Bearer ([^\u0001]*)/i.exec(text)?.[1] ?? '' },
      },
    })),
}

/** @param argument what follows AUTH */
export function beginSignIn(argument: string): Exchange {
  const [name = '', initial, ...rest] = argument.split(/ +/)
  if (name === '' || rest.length > 0) return { kind: 'over', line: replies.invalidArguments }
  const mechanism = Object.hasOwn(mechanisms, name.toUpperCase()) ? mechanisms[name.toUpperCase()] : undefined
  if (!mechanism) return { kind: 'over', line: replies.unrecognizedAuthentication }
  return mechanism(initial)
}

/** @param given what the client has said already */
function ask(prompt: string, given: string | undefined, then: (text: string) => Exchange): Exchange {
  const answer = (line: string): Exchange => {
    if (line === '*') return { kind: 'over', line: replies.signInCancelled }
    const text = decodeBase64(line)
    return text === undefined ? { kind: 'over', line: replies.invalidArguments } : then(text)
  }
  if (given === undefined) return { kind: 'prompt', line: prompt, answer }
  return answer(given === '=' ? '' : given) // RFC 4954, 4: an empty initial response
}

function decodeBase64(text: string): string | undefined {
  const bare = text.trim()
  return /^[A-Za-z0-9+/]*={0,2}$/.test(bare) && bare.length % 4 === 0
    ? Buffer.from(bare, 'base64').toString()
    : undefined
}
