import type { FindingCode, ProblemCode } from './codes.ts'
import { errorWord, SparekeyError, type ErrorDetails } from './sparekey-error.ts'
import { codeOfMachineWord } from './machine-words.ts'

/**
 * How a client's failures become `SparekeyError`s: the finding codes where one fits, else a problem's. Nothing is judged
 * here (why a sign-in was refused is the diagnosis's to say), and no secret may enter a message, a detail or a
 * cause. `details.reply` holds the server's own words, which come here through a `Hide`.
 */
export function failure(
  code: FindingCode | ProblemCode,
  message: string,
  details: ErrorDetails = {},
  cause?: unknown,
): SparekeyError {
  return new SparekeyError(code, message, { details, ...(cause !== undefined && { cause }) })
}

/** What the server sent is not the protocol it should speak. */
export function protocolBroken(message: string, reply?: string): SparekeyError {
  return failure('protocol-broken', message, reply === undefined ? {} : { reply: excerpt(reply) })
}

/** Why a message cannot be sent or read: in `details.problem`, for programs and translations. */
export type MessageProblem =
  | 'no-header'
  | 'no-sender'
  | 'no-recipients'
  | 'too-many-recipients'
  | 'too-large'
  | 'too-complex'

export function badMessage(problem: MessageProblem, message: string, cause?: unknown): SparekeyError {
  return failure('bad-message', message, { problem }, cause)
}

/** Enough of a hostile line to recognise it by. */
export function excerpt(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`
}

const messages: Partial<Record<FindingCode, string>> = {
  'host-not-found': 'The name was not found.',
  'connection-refused': 'The connection was refused.',
  'connection-timeout': 'No answer came.',
  'connection-dropped': 'The server ended the connection.',
  'certificate-wrong-name': 'The certificate is for another name.',
  'certificate-expired': 'The certificate is not valid at this date.',
  'certificate-untrusted': 'The certificate is signed by nobody this machine trusts.',
  'tls-not-spoken': 'The server does not speak TLS there.',
}

/** The failure behind an error of a socket; a `SparekeyError` stays as it is. */
export function socketFailure(error: unknown): SparekeyError {
  if (error instanceof SparekeyError) return error
  const word = errorWord(error) ?? 'EUNKNOWN'
  const code = codeOfMachineWord(word)
  const message = code === undefined ? 'The connection failed.' : messages[code]
  return failure(code ?? 'connection-dropped', `${message} (${word})`, { error: word }, error)
}
