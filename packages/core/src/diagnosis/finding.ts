import type { FindingCode } from '../errors/codes.ts'
import type { StepName } from '../protocols/step.ts'
import type { Protocol } from '../settings/settings.ts'

/** How sure a finding is. */
export type Certainty = 'certain' | 'likely' | 'possible'

/** What a person can do, where, and by which command. */
export type NextStep = { text: string; url?: string; command?: string }

/** A finding before words: what the pure diagnosis says. */
export type Verdict = {
  code: FindingCode
  certainty: Certainty
  /** The protocol it was found on. */
  protocol?: Protocol
  /** The step it rests on, and what was said there in one line: by the server, else by this machine. */
  evidence?: { step: StepName; quote: string; by: 'server' | 'machine' }
  /** What was found in spite of settings that differ. */
  also?: Verdict[]
}

/** A finding a person can read, in one language. */
export type Finding = Verdict & { title: string; explanation: string; nextSteps: NextStep[] }
