/** What a server's refusal of a message says of its cause: by the enhanced status code (RFC 3463) or Graph's word for it. */
import type { ErrorDetails } from '@sparekey/core'
import type { Refusal } from '../words/failures.ts'

/** First match wins. */
const rows: readonly { says: RegExp; means: Refusal }[] = [
  { says: /^5\d\d[ -]5\.2\.2(?!\S)|^\d{3} ErrorQuotaExceeded\b/, means: 'mailbox-full' }, // MS-SMTP-66, MS-OAUTH-59
  { says: /^5\d\d[ -]5\.3\.4(?!\S)|^413\b/, means: 'message-too-large' }, // MS-SMTP-54, MS-SMTP-55, MS-OAUTH-59
]

/** The client may know the cause by itself, where the server was not even asked. */
export function refusalIn({ reply = '', problem }: ErrorDetails<'message-refused'>): Refusal {
  if (problem === 'too-large') return 'message-too-large'
  return rows.find(({ says }) => says.test(reply))?.means ?? 'other'
}
