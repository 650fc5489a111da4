/** What a command is given: the person's wishes, their language, the two streams, and the outside world as `Host`. */
import type { Writable } from 'node:stream'
import type { AccountKind, Network } from '@sparekey/core'
import type { Globals } from './globals.ts'
import type { Language, Words } from '../words/words.ts'
import type { Output, Stream } from './output.ts'

export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

/** The process as the program sees it; tests bring their own. */
export type Host = {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: Stream
  readonly stderr: Stream & Writable
  readonly env: Readonly<Record<string, string | undefined>>
  /** BCP 47, what the system says of itself; slow to find out. */
  systemLocale(): string
  /** Resolves at the first signal to stop; whoever asked must end soon after. If nobody asked, a signal ends the process. */
  untilStopped(): Promise<StopSignal>
}

export type Context = {
  readonly globals: Globals
  readonly lang: Language
  readonly say: Words
  readonly out: Output
  readonly host: Host
  /** Whose mailbox the run is about, once that is known: the next steps of a failure name it. */
  address?: string
  /** Whose account that is, once its settings are known: next steps are then those of its kind. */
  account?: AccountKind
  /** The servers of the run, once they are known: next steps lead to their pages. */
  network?: Network
  /** What the process ends with if the command does not throw. */
  exitCode: number
}
