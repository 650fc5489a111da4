import type { Certainty, NextStep } from '../diagnosis/finding.ts'
import type { Language } from '../diagnosis/words/words.ts'
import type { Protocol } from '../settings/settings.ts'
import type { ExplainedCode, Speaker } from './tables/row.ts'

/** What a text or message that a person pasted comes to (docs/reference/json.md#explain). Holds no secret. */
export type Explanation = {
  input: 'text' | 'message'
  /** The parts that were recognised, the one that decides first; empty if nothing was. */
  recognised: Recognised[]
  finding: ExplainedFinding
  /** What else the same words may mean, the likelier first. */
  alsoPossible: { code: ExplainedCode; certainty: Certainty; title: string }[]
  /** Where the recipients of a message were not reached for different causes: each cause, and whose it is. */
  findings?: (ExplainedFinding & { recipients: string[] })[]
}

type ExplainedFinding = {
  code: ExplainedCode
  certainty: Certainty
  title: string
  explanation: string
  nextSteps: NextStep[]
}

/** A part that is known: whose words it is, and the words, without what may be secret. */
export type Recognised = {
  kind: Speaker
  quote: string
  protocol?: Protocol
  /** Microsoft's number: 50076 for `AADSTS50076`. */
  aadsts?: number
  /** The program by its id in `programs`. */
  program?: string
}

/** What is known besides the text. */
export type ExplainOptions = {
  lang: Language
  /** Whose mailbox it is; else an address in the text. */
  account?: string | undefined
  /** ISO date whose rules apply; else a server's time stamp in the text, else today. */
  asOf?: string | undefined
  /** The mail program by its id in `programs`; else one that the text shows. */
  program?: string | undefined
}
