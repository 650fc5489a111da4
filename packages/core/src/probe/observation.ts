import type { SecretShape } from '../credentials/secret.ts'
import type { Step } from '../protocols/step.ts'
import type { Endpoint } from '../settings/settings.ts'
import type { TokenFacts } from '../credentials/token-facts.ts'

/** What one probe saw: facts only, nothing judged. It survives JSON, so that it can be diagnosed again later. */
export type Observation = {
  endpoint: Endpoint
  username: string
  /** The shape of what was (or would have been) sent, never the thing itself. */
  credential: 'none' | SecretShape | 'token'
  /** What is known of a token. */
  token?: TokenFacts
  /** Whether the credential left this machine. */
  sent: boolean
  steps: Step[]
  /** Mechanisms and capabilities as the server listed them, upper case. */
  capabilities: string[]
}
