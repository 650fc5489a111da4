import { expect, test } from 'vitest'
import { codeOfMachineWord } from './machine-words.ts'

const words = {
  'host-not-found': 'ENOTFOUND EAI_AGAIN EAI_FAIL EAI_NODATA EAI_NONAME',
  'connection-refused': 'ECONNREFUSED',
  'connection-timeout': 'ETIMEDOUT EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN',
  'connection-dropped': 'ECONNRESET ECONNABORTED EPIPE ERR_STREAM_PREMATURE_CLOSE ERR_STREAM_DESTROYED',
  'certificate-wrong-name': 'ERR_TLS_CERT_ALTNAME_INVALID ERR_TLS_CERT_ALTNAME_FORMAT HOSTNAME_MISMATCH',
  'certificate-expired': 'CERT_HAS_EXPIRED CERT_NOT_YET_VALID',
  'certificate-untrusted':
    'UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_CRL UNABLE_TO_DECRYPT_CERT_SIGNATURE UNABLE_TO_DECRYPT_CRL_SIGNATURE UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN CERT_SIGNATURE_FAILURE CERT_CHAIN_TOO_LONG CERT_REVOKED CERT_UNTRUSTED CERT_REJECTED CRL_SIGNATURE_FAILURE CRL_NOT_YET_VALID CRL_HAS_EXPIRED INVALID_CA INVALID_PURPOSE',
  'tls-not-spoken': 'EPROTO ERR_SSL_WRONG_VERSION_NUMBER ERR_SSL_NO_SHARED_CIPHER ERR_TLS_HANDSHAKE_TIMEOUT',
} as const

test.for(Object.entries(words).flatMap(([code, all]) => all.split(' ').map((word) => [word, code] as const)))(
  '%s means %s',
  ([word, code]) => {
    expect(codeOfMachineWord(word)).toBe(code)
  },
)

test.for(['', 'ECONN', 'XECONNREFUSED', 'ECONNREFUSEDX', 'econnrefused', 'ECONNREFUSED\n', 'EACCES', 'timeout'])(
  '%j means nothing that is known',
  (word) => {
    expect(codeOfMachineWord(word)).toBeUndefined()
  },
)
