/**
 * What a failure is told as. What a command threw becomes a code, words in the person's language and an exit code here, and
 * nowhere else. A secret is in none of them.
 */
import type { About, FindingCode, NextStep, SparekeyError } from '@sparekey/core'
import { commandWithServerMap } from '../render/next-steps.ts'
import type { ProblemDetails } from '../words/failures.ts'
import type { Words } from '../words/words.ts'
import { exitCodes, type FailureCode } from './exit-codes.ts'
import { Failure } from './failure.ts'
import type { Telling, ToldFinding } from './finding-words.ts'

export type ToldFailure = {
  code: FailureCode
  exitCode: number
  /** One line each; foreign text in them is not yet plain. */
  lines: readonly string[]
  /** What is wrong in a file, one by one, each behind its JSON path. */
  mistakes?: readonly string[]
  /** What to do next. */
  nextSteps: readonly NextStep[]
  /** What it was, where that is known. */
  finding?: ToldFinding
  /** The server's own words, where it said something. */
  reply?: string
  /** What must be known besides, such as that a message may have been sent. */
  warning?: string
}

/** Tells any thrown value; what is no known failure is a bug of ours. */
export async function tellFailure(error: unknown, telling: Telling): Promise<ToldFailure> {
  if (error instanceof Failure) return tellOwn(error, telling)
  if (isFromCore(error)) return tellFromCore(error, telling)
  return tellProblem('internal', { word: wordOf(error) }, telling)
}

async function tellOwn({ code, details }: Failure, telling: Telling): Promise<ToldFailure> {
  if (code === 'usage') return told(code, details.words, details.next === undefined ? [] : [{ text: details.next }])
  if (code === 'not-let-in') {
    const { finding, reply } = details
    return { ...(await tellFinding(finding, {}, telling)), ...(reply !== undefined && { reply }) }
  }
  if (code !== 'bad-config') return tellProblem(code, details, telling)
  const { fileMistakes } = telling.say
  const mistakes = details.mistakes.map((mistake) =>
    'line' in mistake ? mistake.line : fileMistakes[mistake.code](mistake.path),
  )
  return { ...tellProblem(code, { path: details.path, mistakes }, telling), mistakes }
}

async function tellFromCore(error: SparekeyError, telling: Telling): Promise<ToldFailure> {
  const { code, details } = error
  const { say } = telling
  if (code === 'sign-in-refused' && details.notOffered === 'password' && details.offered?.includes('XOAUTH2')) {
    const retired = await tellFinding('basic-auth-retired', {}, telling)
    return { ...retired, warning: say.words.trouble['password-not-offered'] }
  }
  const more = {
    ...('reply' in details && details.reply && { reply: details.reply }),
    ...(details.delivery === 'unknown' && { warning: say.mail.deliveryUnknown }),
  }
  if (code === 'usage') return tellProblem('internal', { word: details.problem }, telling)
  if (code === 'bad-server-map' || code === 'map-not-local') {
    const { linesOf } = await import('./mistake-lines.ts')
    const mistakes = linesOf(details.mistakes, telling)
    return { ...tellProblem(code, { path: details.path, mistakes }, telling), mistakes }
  }
  if (code === 'file-missing') {
    return tellProblem(code, { ...details, isMap: details.path === telling.globals.servers }, telling)
  }
  if (isProblem(code, say)) return { ...tellProblem(code, details, telling), ...more }
  const name = 'host' in details ? details.host : 'domain' in details ? details.domain : undefined
  const { certainty = 'certain' } = details
  const exchange = 'exchange' in details ? details.exchange : undefined
  // What Microsoft says of a mailbox to who sends is said of the sender's own.
  const about = { certainty, side: 'sender', ...(exchange !== undefined && { exchange }) } as const
  const found = await tellFinding(code, about, telling, name)
  return { ...found, nextSteps: [...(await meantBy(name, telling)), ...found.nextSteps], ...more }
}

/**
 * A question, if the address that could not be looked up has a domain that is nearly one of Microsoft's: a slip of the finger
 * is the most likely cause then.
 */
async function meantBy(domain: string | undefined, { say, address = '' }: Telling): Promise<NextStep[]> {
  const at = address.lastIndexOf('@') + 1
  if (domain === undefined || address.slice(at).toLowerCase() !== domain.toLowerCase()) return []
  const { similarDomain } = await import('./similar-domain.ts')
  const similar = similarDomain(domain)
  return similar === undefined ? [] : [{ text: say.usage.didYouMeanAddress(address.slice(0, at) + similar) }]
}

/** `details` are those of `code`: who calls has both from one failure. */
function tellProblem<C extends keyof ProblemDetails>(
  code: C,
  details: C extends unknown ? ProblemDetails[C] : never,
  { say, globals }: Telling,
): ToldFailure {
  const { problems, remedies } = say as {
    problems: Record<C, (of: object) => string>
    remedies: Partial<Record<C, (of: object) => readonly string[]>>
  }
  const steps = remedies[code]?.(details).map((step) => ({ text: commandWithServerMap(step, globals) }))
  return told(code, problems[code](details).split('\n'), steps)
}

/** @param name the host or domain that it is about */
async function tellFinding(code: FindingCode, about: About, telling: Telling, name?: string): Promise<ToldFailure> {
  const { findingWords } = await import('./finding-words.ts')
  const finding = findingWords(code, about, telling)
  const remark = name === undefined ? code : `${code}: ${name}`
  return { ...told(code, [finding.title + telling.say.check.remarks([remark])], finding.nextSteps), finding }
}

/** Core's errors are known by their name, so that core is not loaded only to recognise them. */
function isFromCore(error: unknown): error is SparekeyError {
  return (
    error instanceof Error &&
    error.name === 'SparekeyError' &&
    'code' in error &&
    Object.hasOwn(exitCodes, String(error.code))
  )
}

function isProblem<C extends string>(code: C, say: Words): code is C & keyof ProblemDetails {
  return Object.hasOwn(say.problems, code)
}

function told(code: FailureCode, lines: readonly string[], nextSteps: readonly NextStep[] = []): ToldFailure {
  return { code, exitCode: exitCodes[code], lines, nextSteps }
}

/** Names a thrown value without repeating its message, which might hold anything. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
