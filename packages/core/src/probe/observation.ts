import type { Endpoint } from '../settings/settings.ts'

/** The ladder every probe climbs; the first failed step skips the rest. */
export type StepName = 'resolve' | 'connect' | 'tls' | 'greeting' | 'capabilities' | 'sign-in'

export type Step = {
  step: StepName
  outcome: 'ok' | 'failed' | 'skipped'
  /** Whole milliseconds the step took; 0 for a skipped one. */
  ms: number
  /** The server's own words, raw, without line ends between them lost; never a secret. */
  reply?: string
  /** What the machine said where the server said nothing: `ECONNREFUSED`, `ERR_TLS_CERT_ALTNAME_INVALID`, … or a word of ours. */
  error?: string
}

/** What one probe saw: facts only, nothing judged. It survives JSON, so that it can be diagnosed again later. */
export type Observation = {
  endpoint: Endpoint
  username: string
  /** The shape of what was (or would have been) sent, never the thing itself. */
  credential: 'none' | 'app-password-shape' | 'other-secret' | 'token'
  /** Whether the credential left this machine. */
  sent: boolean
  steps: Step[]
  /** Mechanisms and capabilities as the server listed them, upper case. */
  capabilities: string[]
}
