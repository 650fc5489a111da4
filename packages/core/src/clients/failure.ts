import type { FindingCode } from '../diagnosis/finding.ts'
import { errorWord, SparekeyError, type ErrorDetails, type ProblemCode } from '../errors.ts'

/**
 * How a client's failures become `SparekeyError`s: the finding codes where one fits, else a problem's. Nothing is judged
 * here (why a sign-in was refused is the diagnosis's to say), and no secret may enter a message or a detail.
 * `details.reply` holds the server's own words.
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

/** Enough of a hostile line to recognise it by. */
export function excerpt(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`
}

/** Node's codes for sockets, names and certificates; the first match decides. */
const socketCodes: readonly (readonly [RegExp, FindingCode, string])[] = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'host-not-found', 'The name was not found.'],
  [/^ECONNREFUSED$/, 'connection-refused', 'The connection was refused.'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/, 'connection-timeout', 'No answer came.'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_\w+)$/, 'connection-dropped', 'The server ended the connection.'],
  [/^ERR_TLS_CERT_ALTNAME_(INVALID|FORMAT)$/, 'certificate-wrong-name', 'The certificate is for another name.'],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'certificate-expired', 'The certificate is not valid at this date.'],
  [
    /^(UNABLE_TO_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|CERT_\w+|CRL_\w+|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH)$/,
    'certificate-untrusted',
    'The certificate is signed by nobody this machine trusts.',
  ],
  [/^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, 'tls-not-spoken', 'The server does not speak TLS there.'],
]

const unknownFailure = [
  /^/,
  'connection-dropped',
  'The connection failed.',
] as const satisfies (typeof socketCodes)[number]

/** The failure behind an error of a socket; a `SparekeyError` stays as it is. */
export function socketFailure(error: unknown): SparekeyError {
  if (error instanceof SparekeyError) return error
  const word = errorWord(error) ?? 'EUNKNOWN'
  const [, code, message] = socketCodes.find(([pattern]) => pattern.test(word)) ?? unknownFailure
  return failure(code, `${message} (${word})`, { error: word }, error)
}
