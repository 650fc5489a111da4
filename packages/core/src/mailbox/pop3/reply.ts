import type { Hide } from '../../wire/hide-proof.ts'
import { protocolBroken } from '../../errors/failure.ts'

/** A POP3 status line (RFC 1939, section 3). */
export type Reply = {
  ok: boolean
  /** The text behind the status indicator, response code included, as the server wrote it. */
  text: string
  /** The response code in brackets (RFC 2449, section 8) in upper case, such as `AUTH` or `SYS/TEMP`. */
  code?: string
  /** The whole line, for quoting: without the secret. */
  line: string
}

/** Reads a status line; throws `protocol-broken` on anything else, since the rest of the stream cannot be trusted then. */
export function parseReply(line: string, hide: Hide = (said) => said): Reply {
  const match = /^(\+OK|-ERR)(?: (.*)|)$/is.exec(line)
  if (!match) throw protocolBroken('no-pop3-reply', { reply: hide(line) })
  const text = match[2] ?? ''
  const code = /^\[([^\]\s]+)\]/.exec(text)?.[1]?.toUpperCase()
  return { ok: match[1]!.startsWith('+'), text, line: hide(line), ...(code !== undefined && { code }) }
}
