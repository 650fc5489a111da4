import type { FindingCode } from './codes.ts'

/** What Node's own words for sockets, names, TLS and certificates mean to a person; the first that matches. */
const meanings = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'host-not-found'],
  [/^ECONNREFUSED$/, 'connection-refused'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/, 'connection-timeout'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_\w+)$/, 'connection-dropped'],
  [/^(ERR_TLS_CERT_ALTNAME_(INVALID|FORMAT)|HOSTNAME_MISMATCH)$/, 'certificate-wrong-name'],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'certificate-expired'],
  [
    /^(UNABLE_TO_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|CERT_\w+|CRL_\w+|INVALID_(CA|PURPOSE))$/,
    'certificate-untrusted',
  ],
  [/^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, 'tls-not-spoken'],
] as const satisfies readonly (readonly [RegExp, FindingCode])[]

/** The finding behind a word such as `ECONNREFUSED`, `undefined` if it is none of these. */
export function codeOfMachineWord(word: string): (typeof meanings)[number][1] | undefined {
  return meanings.find(([pattern]) => pattern.test(word))?.[1]
}
