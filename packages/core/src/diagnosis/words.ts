import type { ProbeWord, StepName } from '../probe/observation.ts'
import type { FindingCode } from './finding.ts'

/** What a step's failure means where no server spoke: the machine's words, then, for all others, the step. */

const ofProbe = {
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
  'not-asked': undefined,
} as const satisfies Record<ProbeWord, FindingCode | undefined>

const ofNode: Record<string, FindingCode> = {
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-dropped',
  EPIPE: 'connection-dropped',
  ECONNABORTED: 'connection-dropped',
  ETIMEDOUT: 'connection-timeout',
  EHOSTUNREACH: 'connection-timeout',
  ENETUNREACH: 'connection-timeout',
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-name',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  CERT_SIGNATURE_FAILURE: 'certificate-untrusted',
  CERT_UNTRUSTED: 'certificate-untrusted',
  CERT_REVOKED: 'certificate-untrusted',
  CERT_REJECTED: 'certificate-untrusted',
  CERT_CHAIN_TOO_LONG: 'certificate-untrusted',
  INVALID_CA: 'certificate-untrusted',
  INVALID_PURPOSE: 'certificate-untrusted',
}

const ofStep = {
  resolve: 'host-not-found',
  connect: 'connection-refused',
  tls: 'tls-not-spoken',
  greeting: 'server-unavailable',
  capabilities: 'not-a-mail-server',
  'sign-in': 'unknown-refusal',
} as const satisfies Record<StepName, FindingCode>

export function codeOfWord(step: StepName, word: string | undefined): FindingCode {
  if (step === 'resolve') return 'host-not-found'
  return lookUp(ofProbe, word) ?? lookUp(ofNode, word) ?? ofStep[step]
}

/** Whether a word is the probe's own, which tells a person nothing that the finding does not. */
export function isProbeWord(word: string): boolean {
  return Object.hasOwn(ofProbe, word)
}

function lookUp(table: Record<string, FindingCode | undefined>, word: string | undefined): FindingCode | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined
}
