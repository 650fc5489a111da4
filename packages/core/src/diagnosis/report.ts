import type { Observation } from '../probe/observation.ts'
import type { Step } from '../protocols/step.ts'
import type { AccountKind, Endpoint } from '../settings/settings.ts'
import type { Difference } from './compare.ts'
import type { Verdict } from './finding.ts'

/** What a check found, before words (docs/reference/json.md#check): `describe` adds them. Holds no secret. */
export type CheckReport = {
  address: string
  account: AccountKind
  asOf: string
  /** The id of the mail program it was asked for. */
  program?: string
  /** What was signed in with, never the thing itself. */
  credential: Observation['credential']
  ok: boolean
  /** Of the protocols' findings the one that, mended first, helps most. */
  finding: Verdict
  protocols: ProtocolReport[]
}

/** What was found over one protocol. */
export type ProtocolReport = Endpoint & {
  username: string
  steps: Step[]
  differences: Difference[]
  finding: Verdict
}
