import { page, type Row, type Table } from './row.ts'

const nodeErrors = page('https://nodejs.org/api/errors.html')
const nodeTls = page('https://nodejs.org/api/tls.html')

/** What operating systems and TLS libraries say before any mail server has spoken. */
const rows: readonly Row[] = [
  { pattern: /\bENOTFOUND\b|\bEAI_AGAIN\b/, means: ['host-not-found'], source: nodeErrors },
  { pattern: /\bECONNREFUSED\b/, means: ['connection-refused'], source: nodeErrors },
  { pattern: /\bETIMEDOUT\b/, means: ['connection-timeout'], source: nodeErrors },
  { pattern: /\bECONNRESET\b|\bEPIPE\b/, means: ['connection-dropped'], source: nodeErrors },
  { pattern: /\bCERT_HAS_EXPIRED\b|\bCERT_NOT_YET_VALID\b/, means: ['certificate-expired'], source: nodeTls },
  { pattern: /\bERR_TLS_CERT_ALTNAME_INVALID\b/, means: ['certificate-wrong-name'], source: nodeErrors },
]

export const machineWords: Table = { kind: 'program', rows }
