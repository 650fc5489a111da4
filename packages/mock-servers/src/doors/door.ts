/** What all doors have in common: what one is opened with, and what an open one is. */
import type { Clock } from '../clock/clock.ts'
import type { Gate } from '../sign-in/gate.ts'
import type { Timers } from './time-limit.ts'

export type DoorName = 'pop3' | 'imap' | 'smtp' | 'http' | 'https'

/** Where a door listens. */
export type Place = {
  host: string
  /** 0: any free one. */
  port: number
}

/** PEM. */
export type Tls = { cert: string; key: string }

/** What each door for mail programs is opened with, whatever its protocol. */
export type DoorOptions<Limits> = Place & {
  gate: Pick<Gate, 'attempt' | 'closed' | 'onInvalidated'>
  clock: Clock
  /** The front end's name, as the greeting tells it. */
  frontend: string
  tls: Tls
  limits?: Partial<Limits> | undefined
  /** What time limits are measured with; the system's timers unless a test lets time pass. */
  timers?: Timers | undefined
  /** Faults of the server itself; clients are only told that it is unavailable. */
  onError?: ((error: unknown) => void) | undefined
}

/** The bounds of a session that every protocol has; each adds its own. */
export type DoorLimits = {
  /** Sessions at the same time. */
  connections: number
  /** A command line, its end and its literals not counted. */
  commandOctets: number
  /** The bad command that ends the session. */
  badCommands: number
  /** From the connection to the sign-in. */
  unauthenticatedMs: number
  /** Without a word from the client. */
  idleMs: number
  /** From the last reply until the connection is cut, if the client does not close it. */
  lingerMs: number
}

export type Door = AsyncDisposable & {
  readonly port: number
  /** Ends every session, and resolves when the last one is gone. Closing it again changes nothing. */
  close(): Promise<void>
}

export function openDoor(port: number, end: () => Promise<void>): Door {
  let closed: Promise<void> | undefined
  const close = () => (closed ??= end())
  return { port, close, [Symbol.asyncDispose]: close }
}
