import { page, type Row, type Table } from './row.ts'

const token = page('https://github.com/s1t5/mail-archiver/issues/267')
const accessDenied = page('https://github.com/Azure/AzureGraph/issues/35')
const suspended = page('https://github.com/ryaker/outlook-mcp/pull/59')
const noMailbox = page('https://github.com/microsoftgraph/microsoft-graph-docs/issues/17826')

/** What Microsoft Graph answers to a program that sends with it: its codes, as `submission/graph.ts` judges them. */
const rows: readonly Row[] = [
  { pattern: /\bInvalidAuthenticationToken\b.{0,200}\bexpired\b/i, means: ['token-expired'], source: token },
  {
    pattern: /\bInvalidAuthenticationToken\b.{0,200}\bInvalid audience\b/i,
    means: ['token-wrong-audience'],
    source: token,
  },
  {
    pattern: /\bInvalidAuthenticationToken\b(?!.{0,200}\b(?:expired|Invalid audience)\b)/i,
    means: ['token-refused', 'token-expired'],
    source: token,
  },
  { pattern: /\bErrorAccessDenied\b/, means: ['consent-missing', 'policy-blocked'], source: accessDenied },
  { pattern: /\bErrorAccountSuspend\b/, means: ['account-blocked'], source: suspended },
  {
    pattern:
      /\bMailboxNot(?:Enabled|Supported)ForRESTAPI\b|REST API is not yet supported for this mailbox|mailbox is either inactive, soft-deleted, or is hosted on-premise/i,
    means: ['no-mailbox'],
    source: noMailbox,
  },
]

export const graph: Table = { kind: 'server', rows }
