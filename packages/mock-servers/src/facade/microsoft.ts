/** A running mock as a test sees it. */
import type { Clock } from '../clock/clock.ts'
import type { Doors, ServerMap } from '../server-map/server-map.ts'
import type { SignIn } from '../sign-in/journal.ts'
import type { World } from '../world/world.ts'
import { accountsOf, type Accounts } from './accounts.ts'
import { mailOf, type Mail } from './mail.ts'
import { oauthOf, type OAuth } from './oauth.ts'

/** A running mock. */
export type Microsoft = AsyncDisposable & {
  readonly pop3: { readonly port: number }
  readonly imap: { readonly port: number }
  readonly smtp: { readonly port: number }
  readonly http: { readonly port: number }
  readonly https: { readonly port: number }
  /** The certificate of the authority that signed the servers' own, PEM. */
  readonly ca: string
  /** The server map of this moment. */
  readonly servers: ServerMap
  /** Calls back when the server map is another one: the clock was set, an account came or went. */
  onServersChange(listener: (servers: ServerMap) => void): () => void
  readonly accounts: Accounts
  readonly mail: Mail
  readonly oauth: OAuth
  readonly clock: Clock
  /** Every sign-in so far, oldest first. */
  readonly signIns: readonly SignIn[]
  /** Accounts, mail, clock and journal as at the start. Accounts obtained before are detached. */
  reset(): void
  close(): Promise<void>
}

type Running = {
  ca: string
  doors: Doors
  servers: () => ServerMap
  /** Ends every wait. */
  closing: AbortSignal
  close: () => Promise<void>
}

export function microsoftOf(world: World, { ca, doors, servers, closing, close }: Running): Microsoft {
  return {
    pop3: { port: doors.pop3 },
    imap: { port: doors.imap },
    smtp: { port: doors.smtp },
    http: { port: doors.http },
    https: { port: doors.https },
    ca,
    get servers() {
      return servers()
    },
    onServersChange: (listener) => world.onVisibleChange(() => listener(servers())),
    accounts: accountsOf(world.directory),
    mail: mailOf(world, closing),
    oauth: oauthOf(world),
    clock: world.clock,
    get signIns() {
      return world.gate.journal.query()
    },
    reset: () => world.reset(),
    close,
    [Symbol.asyncDispose]: close,
  }
}
