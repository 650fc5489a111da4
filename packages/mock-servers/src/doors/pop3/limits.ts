/** How much a POP3 client may ask for, and how long it may take. */
import { badCommands, commandOctets } from '../../voices/pop3.ts'
import type { DoorLimits } from '../door.ts'

export type Pop3Limits = DoorLimits

export const pop3Limits: Pop3Limits = {
  connections: 1_000,
  /** A SASL response may be as long as a token. */
  commandOctets,
  badCommands,
  /** Both times are Set-PopSettings' defaults (Pre)AuthenticatedConnectionTimeout; assumed for the cloud. */
  unauthenticatedMs: 60_000,
  idleMs: 1_800_000,
  lingerMs: 500,
}
