import type { FindingCode, ProblemCode } from './codes.ts'
import type { MapMistake } from './map-mistakes.ts'
import type { ProtocolProblem } from './protocol-problems.ts'

/** The code of an error: a finding's, or that of a failure that is none. */
export type ErrorCode = FindingCode | ProblemCode

/** What any failure may say besides. */
export type Circumstances = {
  /** How sure it is that this is why; certain if unset. */
  certainty?: 'likely' | 'possible'
  /** A message may have been sent all the same: nobody answered after it was handed over. */
  delivery?: 'unknown'
  /** A request was under way, so that asking again may do again what it asks for. */
  sent?: 'perhaps'
}

/** What stood in the way to a server. */
type Connection = {
  /** The name that was not found. */
  host?: string
  /** The machine's word for it, such as `ECONNREFUSED`. */
  error?: string
  /** How long it was waited for. */
  seconds?: number
  /** The server map that knows no more. */
  map?: string
  reply?: string
}

/** What a server said, in its own words, without the secret. */
type Refusal = {
  reply?: string
  /** HTTP's. */
  status?: number
  /** RFC 6749's word, such as `invalid_grant`. */
  error?: string
  /** Microsoft's number: 50076 for `AADSTS50076`. */
  aadsts?: number
  /** By which an administrator finds the sign-in in the log. */
  traceId?: string
}

/** Why a message cannot be sent or read. */
export type MessageProblem =
  | 'no-header'
  | 'no-sender'
  | 'no-recipients'
  | 'too-many-recipients'
  | 'too-large'
  | 'too-complex'

/** What each failure speaks of, for programs and translations. Never a secret. */
export type Details = {
  'bad-address': {
    /** As it was given; left out where it might be a password. */
    address?: string
    problem: 'not-an-address' | 'not-one-sender' | 'not-for-an-envelope' | 'not-a-username'
  }
  'bad-date': { date: string }
  'bad-using': {
    using: string
    problem:
      | 'form'
      | 'protocol'
      | 'no-protocol'
      | 'host'
      | 'port'
      | 'no-port'
      | 'security'
      | 'no-security'
      | 'option'
      | 'twice'
    /** The part that is wrong. */
    part?: string
  }
  'bad-secret': {
    what: 'password' | 'token'
    problem: 'empty' | 'too-long' | 'control-character' | 'not-a-token'
  }
  'bad-server-map': { path: string; mistakes: readonly MapMistake[] }
  'map-not-private': { path: string }
  'map-not-local': { path: string; mistakes: readonly MapMistake[] }
  'bad-message': { problem: MessageProblem; line?: number; most?: number }
  'file-missing': { path: string }
  'file-unreadable': { path: string; error: string }
  /** `folders`: the names of those there are, as far as they are known. */
  'folder-missing': { folder: string; reply?: string; folders?: readonly string[] }
  'message-missing': { uid?: string; reply?: string }
  'protocol-broken': {
    problem: ProtocolProblem
    reply?: string
    status?: number
    /** The machine's word, the command, or the number that belongs to the problem. */
    word?: string | number
  }
  /** Either the server refused (`reply`), or it offers no way to sign in so, and nothing was sent (`notOffered`). */
  'sign-in-refused': {
    reply?: string
    notOffered?: 'password' | 'token'
    /** The SASL mechanisms it lists, if it lists any. */
    offered?: readonly string[]
  }
  /** `address` as it was asked for. */
  'account-missing': { address: string }
  'message-refused': Refusal & { problem?: 'request-unknown' }
  aborted: object
  usage: { problem: 'password-and-token' | 'personal-cloud' }

  'tls-needed': {
    problem: 'no-tls' | 'starttls-missing' | 'starttls-refused' | 'bytes-before-tls' | 'preauth' | 'tls-spoken'
    reply?: string
  }
  'not-a-mail-server': { problem: 'other-protocol' | 'endless'; protocol?: string; reply?: string }
  'not-a-microsoft-address': { address: string; domain: string }
  /** `exchange`: the host to which the domain's mail goes. */
  'mx-elsewhere': { address: string; domain: string; exchange?: string }
  'consent-missing': Refusal & { scopes?: readonly string[] }
  'sign-in-timeout': Refusal & { seconds?: number }
} & Record<
  | 'host-not-found'
  | 'connection-refused'
  | 'connection-timeout'
  | 'connection-dropped'
  | 'tls-not-spoken'
  | 'tls-too-old'
  | 'mock-not-running'
  | 'certificate-untrusted'
  | 'certificate-wrong-name'
  | 'certificate-expired',
  Connection
> &
  Record<
    | 'ok'
    | 'settings-differ'
    | 'legacy-host-retired'
    | 'app-password-needed'
    | 'app-password-wrong'
    | 'password-wrong'
    | 'basic-auth-retired'
    | 'account-blocked'
    | 'protocol-off'
    | 'mailbox-not-connected'
    | 'no-mailbox'
    | 'shared-mailbox-name'
    | 'smtp-auth-off-mailbox'
    | 'smtp-auth-off-tenant'
    | 'smtp-auth-probably-off'
    | 'security-defaults'
    | 'policy-blocked'
    | 'program-cannot-oauth'
    | 'sender-not-allowed'
    | 'not-authenticated'
    | 'sender-unverified'
    | 'sender-restricted'
    | 'tenant-restricted'
    | 'quota-exceeded'
    | 'too-many-recipients'
    | 'mailbox-full'
    | 'message-too-large'
    | 'recipient-refused'
    | 'recipient-unreachable'
    | 'relay-refused'
    | 'sender-distrusted'
    | 'token-refused'
    | 'token-expired'
    | 'token-wrong-account'
    | 'token-wrong-audience'
    | 'token-app-only'
    | 'token-too-long'
    | 'sign-in-declined'
    | 'sign-in-again'
    | 'scope-wrong'
    | 'request-malformed'
    | 'client-refused'
    | 'program-too-old'
    | 'device-code-blocked'
    | 'account-not-admitted'
    | 'clock-wrong'
    | 'throttled'
    | 'idle-timeout'
    | 'server-unavailable'
    | 'unknown-refusal'
    | 'client-protocol-error',
    Refusal
  >

/** What `details` holds for a code: a union over the codes, if there are several. */
export type ErrorDetails<Code extends ErrorCode = ErrorCode> = {
  [C in Code]: Readonly<Details[C] & Circumstances>
}[Code]
