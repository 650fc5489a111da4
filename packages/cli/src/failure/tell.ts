/**
 * What a failure is told as. What a command threw becomes a code, words in the person's language and an exit code here, and
 * nowhere else. A secret is in none of them.
 */
import type { FindingCode, NextStep } from '@sparekey/core'
import { commandWithServerMap } from '../render/next-steps.ts'
import type { Details } from '../words/failures.ts'
import type { Words } from '../words/words.ts'
import { exitCodes, type FailureCode } from './exit-codes.ts'
import { Failure } from './failure.ts'
import type { Telling } from './finding-words.ts'
import { offersNoPassword } from './password-offer.ts'

export type ToldFailure = {
  code: FailureCode
  exitCode: number
  /** One line each; foreign text in them is not yet plain. */
  lines: readonly string[]
  /** What is wrong in a file, one by one, each behind its JSON path. */
  mistakes?: readonly string[]
  /** What to do next. */
  nextSteps: readonly NextStep[]
  /** The server's own words, where it said something. */
  reply?: string
  /** What must be known besides, such as that a message may have been sent. */
  warning?: string
}

/** Tells any thrown value; what is no known failure is a bug of ours. */
export async function tellFailure(error: unknown, telling: Telling): Promise<ToldFailure> {
  const { say, globals } = telling
  if (!isCoded(error)) return told('internal', [say.problems.internal({ word: wordOf(error) })])
  if (offersNoPassword(error)) {
    const retired = await tellFinding('basic-auth-retired', {}, telling)
    return { ...retired, warning: say.words.trouble['password-not-offered'] }
  }
  const { code, details } = error
  const more = {
    ...(typeof details['reply'] === 'string' && details['reply'] !== '' && { reply: details['reply'] }),
    ...(details['delivery'] === 'unknown' && { warning: say.mail.deliveryUnknown }),
  }
  if (code === 'usage') return told(code, all(details['words']), all(details['next']).map(asStep))
  if (isProblem(code, say)) {
    const remedies: Partial<Record<string, (of: Details) => readonly string[]>> = say.remedies
    const steps = remedies[code]?.(details).map((step) => asStep(commandWithServerMap(step, globals)))
    const mistakes = details['mistakes'] !== undefined && { mistakes: all(details['mistakes']).map(say.mistake) }
    return { ...told(code, say.problems[code](details).split('\n'), steps), ...mistakes, ...more }
  }
  return { ...(await tellFinding(code, details, telling)), ...more }
}

async function tellFinding(code: FindingCode, details: Details, telling: Telling): Promise<ToldFailure> {
  const { findingWords } = await import('./finding-words.ts')
  const { title, steps } = findingWords(code, telling)
  const about = [code, ...all(details['host'] ?? details['domain'])].join(': ')
  return told(code, [`${title} (${about})`], steps)
}

type Coded = { code: FailureCode; details: Details }

/** Core's errors are known by their name, so that core is not loaded only to recognise them. */
function isCoded(error: unknown): error is Coded {
  return (
    error instanceof Error &&
    (error instanceof Failure || error.name === 'SparekeyError') &&
    'code' in error &&
    Object.hasOwn(exitCodes, String(error.code))
  )
}

function isProblem(code: FailureCode, say: Words): code is keyof Words['problems'] {
  return Object.hasOwn(say.problems, code)
}

function told(code: FailureCode, lines: readonly string[], nextSteps: readonly NextStep[] = []): ToldFailure {
  return { code, exitCode: exitCodes[code], lines, nextSteps }
}

function asStep(text: string): NextStep {
  return { text }
}

function all(detail: Details[string] | undefined): string[] {
  return detail === undefined ? [] : [detail].flat().map(String)
}

/** Names a thrown value without repeating its message, which might hold anything. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
