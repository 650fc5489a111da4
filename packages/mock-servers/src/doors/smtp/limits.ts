/** How much an SMTP client may ask for, and how long it may take. Microsoft's where it tells them (see the voice). */
import { messageOctets } from '../../voices/smtp.ts'
import type { DoorLimits } from '../door.ts'

export type SmtpLimits = DoorLimits & {
  /** The largest message taken; EHLO always names Microsoft's. */
  messageOctets: number
  recipients: number
}

export const smtpLimits: SmtpLimits = {
  messageOctets,
  recipients: 500,
  badCommands: 3,
  /** A token in AUTH is the longest thing there is (RFC 4954, 4: 12,288 octets). */
  commandOctets: 16 * 1024,
  /** Numbers of connections and times are assumed. */
  connections: 500,
  unauthenticatedMs: 2 * 60_000,
  idleMs: 5 * 60_000,
  lingerMs: 500,
}
