import type { Circumstances, Details, ErrorCode, ErrorDetails, MessageProblem } from './details.ts'
import { codeOfMachineWord } from './machine-words.ts'
import type { ProtocolProblem } from './protocol-problems.ts'
import { errorWord, SparekeyError } from './sparekey-error.ts'

/**
 * How a client's failures become `SparekeyError`s: the finding codes where one fits, else a problem's. Nothing is judged
 * here (why a sign-in was refused is the diagnosis's to say), and no secret may enter a detail or a cause. `details.reply`
 * holds the server's own words, which come here through a `Hide`.
 */
export function failure<Code extends ErrorCode>(
  code: Code,
  details: ErrorDetails<Code>,
  cause?: unknown,
): SparekeyError<Code> {
  return new SparekeyError(code, details, cause === undefined ? {} : { cause })
}

/** What the server sent is not the protocol it should speak. */
export function protocolBroken(
  problem: ProtocolProblem,
  { reply, ...more }: Omit<Details['protocol-broken'], 'problem'> = {},
): SparekeyError {
  return failure('protocol-broken', { problem, ...more, ...(reply !== undefined && { reply: excerpt(reply) }) })
}

/** Why a message cannot be sent or read. */
export function badMessage(
  problem: MessageProblem,
  more: Omit<Details['bad-message'], 'problem'> = {},
  cause?: unknown,
): SparekeyError {
  return failure('bad-message', { problem, ...more }, cause)
}

/**
 * The server lists its ways to sign in, and none is for what we have: nothing was sent, so nothing was refused.
 *
 * @param hide takes out of what the server says what it must not repeat
 */
export function notOffered(
  what: 'password' | 'token',
  mechanisms: readonly string[],
  hide: (said: string) => string,
): SparekeyError {
  const offered = hide(mechanisms.join(' ')).split(' ').filter(Boolean)
  return failure('sign-in-refused', { notOffered: what, offered })
}

/** The same failure, of which more is known now. It keeps its cause only if one is given. */
export function withCircumstances(error: SparekeyError, more: Circumstances, cause?: unknown): SparekeyError {
  const { code, details } = error
  return failure<ErrorCode>(code, { ...details, ...more }, cause)
}

/** Enough of a hostile line to recognise it by. */
export function excerpt(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`
}

/** The failure behind an error of a socket; a `SparekeyError` stays as it is. */
export function socketFailure(error: unknown): SparekeyError {
  if (error instanceof SparekeyError) return error
  const word = errorWord(error) ?? 'EUNKNOWN'
  return failure(codeOfMachineWord(word) ?? 'connection-dropped', { error: word }, error)
}
