import type { Proof } from '../credentials/credentials.ts'
import { saslResponses, type SaslMechanism } from './sasl.ts'

/** `LOGIN` and `USER` are the protocols' own commands, `PLAIN` and SMTP's `LOGIN` are SASL. */
export type Mechanism = 'LOGIN' | 'USER' | SaslMechanism

/** Who signs in, as a dialogue needs it: what decides how, and the secret only at the moment it is sent. */
export type Login = {
  username: string
  /** A token goes by XOAUTH2 and by nothing else, a secret by anything else. */
  proof: 'secret' | 'token'
  /** Whether name and secret fit into a command without further ado: printable ASCII. */
  printable: boolean
  /** The secret or token, for writing to the wire and nothing else. From this call on it counts as sent. */
  reveal(): string
}

/**
 * @param proof without one, `reveal` gives nothing, and no dialogue gets so far
 * @param onReveal is told that the secret is about to be sent
 */
export function loginOf(username: string, proof: Proof | undefined, onReveal = (): void => undefined): Login {
  const value = proof?.token ?? proof?.secret ?? ''
  return {
    username,
    proof: proof?.token === undefined ? 'secret' : 'token',
    printable: /^[\x20-\x7e]*$/.test(username + value),
    reveal() {
      onReveal()
      return value
    },
  }
}

export function saslResponse(mechanism: SaslMechanism, login: Login): string {
  return saslResponses[mechanism](login.username, login.reveal())
}
