/** How much an IMAP client may ask for, and how long it may take. */
import type { DoorLimits } from '../door.ts'

export type ImapLimits = DoorLimits & {
  /** All literals of a command, and so the largest message. */
  literalOctets: number
  literalOctetsBeforeSignIn: number
}

export const imapLimits: ImapLimits = {
  connections: 1_000,
  /** Set-ImapSettings' default for MaxCommandSize; assumed for the cloud. */
  commandOctets: 10_240,
  /** Assumed. */
  literalOctets: 67_108_864,
  literalOctetsBeforeSignIn: 10_240,
  /** MS-IMAP-29. */
  badCommands: 3,
  /** Both times are Set-ImapSettings' defaults (Pre)AuthenticatedConnectionTimeout; assumed for the cloud. */
  unauthenticatedMs: 60_000,
  /** IDLE or not. */
  idleMs: 1_800_000,
  lingerMs: 500,
}
