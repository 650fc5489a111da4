import type { Certainty } from '../diagnosis/finding.ts'
import type { Protocol } from '../settings/settings.ts'
import type { ExplainedCode, Speaker } from './tables/row.ts'

/** A sentence or number that was recognised in a text, and what it means by itself. */
export type Sentence = {
  kind: Speaker
  code: ExplainedCode
  certainty: Certainty
  /** What else it may mean, the likelier first. */
  also: readonly ExplainedCode[]
  /** Where it stands in the peeled text. */
  start: number
  end: number
  /** Told by the sentence itself or the words around it. */
  protocol?: Protocol
  aadsts?: number
  program?: string
  /** Only the number's class or the protocol's form is known, not the sentence. */
  vague?: true
}
