import type { FindingCode } from '../errors/codes.ts'
import { codeOfMachineWord } from '../errors/machine-words.ts'

/** The ladder every probe climbs; the first failed step skips the rest. With STARTTLS the greeting comes before `tls`. */
export type StepName = 'resolve' | 'connect' | 'tls' | 'greeting' | 'capabilities' | 'sign-in'

/** What went wrong where no machine has a word for it; other words are Node's own (`ECONNREFUSED`, `ERR_TLS_…`). */
export type ProbeWord =
  /** The server map knows no place for the host and port. */
  | 'not-in-server-map'
  /** No answer within the time of a step. */
  | 'timeout'
  /** The server ended the connection. */
  | 'closed'
  /** A line, or the lines of one step, beyond every measure. */
  | 'endless'
  /** TLS bytes where the protocol's text was expected. */
  | 'tls-spoken'
  /** A greeting or answer that is not of this protocol. */
  | 'other-protocol'
  /** The server said no, in the words of `reply`. */
  | 'refused'
  /** The connection would have stayed unencrypted. */
  | 'no-tls'
  | 'starttls-missing'
  | 'starttls-refused'
  /** Bytes slipped in between the answer to STARTTLS and TLS. */
  | 'bytes-before-tls'
  /** Signed in before TLS, so that STARTTLS cannot be asked for (RFC 9051, section 11.1). */
  | 'preauth'
  /** The server's capability line leaves no way to send a password. */
  | 'password-not-offered'
  /** The same for a token. */
  | 'token-not-offered'
  /** No sign-in was asked for. */
  | 'not-asked'

/** What a step's failure means where no server spoke: the probe's word, the machine's word, else the step itself. */

const ofProbe = {
  'not-in-server-map': 'host-not-found',
  timeout: 'connection-timeout',
  closed: 'connection-dropped',
  endless: 'not-a-mail-server',
  'tls-spoken': 'tls-needed',
  'other-protocol': 'not-a-mail-server',
  refused: undefined,
  'no-tls': 'tls-needed',
  'starttls-missing': 'tls-needed',
  'starttls-refused': 'tls-needed',
  'bytes-before-tls': 'tls-needed',
  preauth: 'tls-needed',
  'password-not-offered': undefined,
  'token-not-offered': undefined,
  'not-asked': undefined,
} as const satisfies Record<ProbeWord, FindingCode | undefined>

const ofStep = {
  resolve: 'host-not-found',
  connect: 'connection-refused',
  tls: 'tls-not-spoken',
  greeting: 'server-unavailable',
  capabilities: 'not-a-mail-server',
  'sign-in': 'unknown-refusal',
} as const satisfies Record<StepName, FindingCode>

export function codeOfWord(step: StepName, word = ''): FindingCode {
  if (step === 'resolve') return ofStep.resolve
  return (isProbeWord(word) ? ofProbe[word] : codeOfMachineWord(word)) ?? ofStep[step]
}

/** Whether a word is the probe's own, which tells a person nothing that the finding does not. */
export function isProbeWord(word: string): word is ProbeWord {
  return Object.hasOwn(ofProbe, word)
}
