/**
 * The composition root: one world, five doors, one certificate. Reads like the diagram in docs/architecture.md; decides
 * nothing. Whatever fails while starting, nothing is left open.
 */
import type { Account, AccountSpec } from './directory/account.ts'
import type { IssuedTokens } from './tokens/token-store.ts'
import type { Clock } from './clock/clock.ts'
import { ConfigInvalid, parseAccount, parseConfig, type MicrosoftConfig } from './config/config.ts'
import { addressable, isUnspecified, openAll, type DoorName } from './doors/open-all.ts'
import { arrival, type Awaited } from './mail/arrival.ts'
import { readyMadeClient } from './identity/clients.ts'
import type { Message } from './mail/message.ts'
import { certificateNames } from './server-map/official-names.ts'
import { accountPage } from './account-page/app.tsx'
import { serverMap, type Doors, type ServerMap } from './server-map/server-map.ts'
import { startHttpServer } from './doors/http/door.ts'
import { startImapServer } from './doors/imap/door.ts'
import { startPop3Server } from './doors/pop3/door.ts'
import { startSmtpServer } from './doors/smtp/door.ts'
import { submit, type PostOffice } from './doors/smtp/submission.ts'
import { issueCertificates } from './doors/tls.ts'
import type { SignIn } from './sign-in/journal.ts'
import { frontendName } from './voices/context.ts'
import { serverMessageId } from './voices/smtp.ts'
import { controlApi } from './http/control-api/control-api.ts'
import { graphRoutes } from './http/graph/routes.ts'
import { identityRoutes } from './http/identity/routes.ts'
import { officialSite, plainSite } from './http/sites.ts'
import { World } from './world.ts'

export type MicrosoftOptions = MicrosoftConfig & {
  /** The address to listen on; 127.0.0.1 if unset. */
  host?: string | undefined
  /** Fixed ports; any free one where unset or 0. */
  ports?: Partial<Record<DoorName, number | undefined>> | undefined
  /** Further names and addresses for the certificate. */
  advertise?: readonly string[] | undefined
  /** Further names under which the control API answers. */
  allowHosts?: readonly string[] | undefined
  /** What relative paths in `mail` start from; the working directory if unset. */
  directory?: string | undefined
}

export type IssueOptions = {
  /** The ready-made client if unset. */
  clientId?: string | undefined
  /** The access token's life; an hour if unset. */
  expiresInSeconds?: number | undefined
}

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
  readonly accounts: {
    /** By address or alias; throws if there is none. */
    get(address: string): Account
    /** Takes what the configuration takes. Throws `ConfigInvalid` or `AddressTaken`, and then nothing has changed. */
    add(spec: AccountSpec): Account
    remove(address: string): boolean
    list(): readonly Account[]
  }
  readonly mail: {
    /** Puts a message into a folder as it is, and gives its UID. Throws `MailboxFull`. */
    append(address: string, folder: string, raw: Buffer | string): number
    /** The first message that matches, there already or within the time (10 s if unset); rejects if none comes. */
    waitFor(address: string, awaited: Awaited & { folder?: string; timeoutMs?: number }): Promise<Message>
  }
  readonly oauth: {
    /**
     * Tokens as the identity service would issue them. Scopes are as on the wire, such as
     * `https://outlook.office.com/IMAP.AccessAsUser.All`; the access token is for the resource named first.
     * Rejects if there is no such account, client or scope.
     */
    issue(address: string, scopes: readonly string[], options?: IssueOptions): Promise<IssuedTokens>
    /** Ends every token, code and browser session of an account. */
    signOutEverywhere(address: string): void
    /** Signs in where a device waits under that code, and consents. Returns whether one was waiting. */
    approveDevice(userCode: string, address: string): boolean
    /** Returns whether one was waiting. */
    declineDevice(userCode: string): boolean
  }
  readonly clock: Clock
  /** Every sign-in so far, oldest first. */
  readonly signIns: readonly SignIn[]
  /** Accounts, mail, clock and journal as at the start. An `Account` from before belongs to nobody afterwards. */
  reset(): void
  close(): Promise<void>
}

/** Starts a mock. Rejects with `ConfigInvalid`, `CannotListen`, or as `readFile` does for a message it cannot read. */
export async function startMicrosoft(options: MicrosoftOptions = {}): Promise<Microsoft> {
  const { host = '127.0.0.1', ports = {}, advertise = [], allowHosts = [], directory: base = '.', ...rest } = options
  const config = parseConfig(rest)
  if (!config.ok) throw new ConfigInvalid(config.mistakes)

  const world = await World.from(config.config, base)
  const { clock, directory, gate, identity, store } = world
  const { ca, ...tls } = await issueCertificates({ names: certificateNames([...advertise, ...addressable(host)]) })
  const frontend = frontendName()
  const closing = new AbortController()
  const sender = (address: string) => directory.get(address)
  const mailboxes = (address: string) => world.mailbox(address)

  const map = (doors: Doors) => serverMap({ now: clock.now(), ca, accounts: directory.list() }, doors)
  const office: PostOffice = { store, sender, newMessageId: (unique) => serverMessageId(frontend, unique) }
  const shared = { directory, store, clock, identity, journal: gate.journal, closing: closing.signal }
  const parts = {
    api: controlApi({ ...shared, reset: () => world.reset(), doors: () => doors, map }),
    identity: identityRoutes({ directory, clock, identity }),
    graph: graphRoutes({ tokens: identity.tokens, clock, submit: (message) => submit(office, message) }),
    accountPage: accountPage(shared),
  }
  const allowed = [...addressable(host), ...advertise, ...allowHosts]
  const plain = plainSite(parts, allowed)
  const official = officialSite(parts, allowed)

  const common = { gate, mailboxes, clock, tls, frontend, host }
  const open = await openAll(host, ports, {
    pop3: (port) => startPop3Server({ ...common, port }),
    imap: (port) => startImapServer({ ...common, port }),
    smtp: (port) => startSmtpServer({ ...common, store, sender, port }),
    https: (port) => startHttpServer({ fetch: (request) => official.fetch(request), tls, host, port }),
    // The last one: whoever asks it for the mock's health finds all doors open.
    http: (port) => startHttpServer({ fetch: (request) => plain.fetch(request), host, port }),
  })
  const doors: Doors = {
    host: isUnspecified(host) ? '127.0.0.1' : host,
    pop3: open.pop3.port,
    imap: open.imap.port,
    smtp: open.smtp.port,
    http: open.http.port,
    https: open.https.port,
  }

  const accountOf = (address: string) => {
    const account = directory.get(address)
    if (!account) throw new Error(`no account has the address ${address}`)
    return account
  }
  const close = async () => {
    closing.abort()
    await Promise.all(Object.values(open).map((door) => door.close()))
  }
  return {
    pop3: { port: doors.pop3 },
    imap: { port: doors.imap },
    smtp: { port: doors.smtp },
    http: { port: doors.http },
    https: { port: doors.https },
    ca,
    get servers() {
      return map(doors)
    },
    onServersChange: (listener) => world.onVisibleChange(() => listener(map(doors))),
    accounts: {
      get: accountOf,
      add: (spec) => {
        const parsed = parseAccount(spec)
        if (!parsed.ok) throw new ConfigInvalid(parsed.mistakes)
        return directory.add(parsed.value)
      },
      remove: (address) => directory.remove(address),
      list: () => directory.list(),
    },
    mail: {
      append: (address, name, raw) => folderOf(world, address, name).append(Buffer.from(raw)).uid,
      waitFor: async (address, { folder: name = 'Inbox', timeoutMs = 10_000, ...awaited }) => {
        const folder = folderOf(world, address, name)
        const message = await arrival(folder, awaited, { timeoutMs, signal: closing.signal })
        if (message) return message
        const why = closing.signal.aborted ? 'before the mock was closed' : `within ${timeoutMs} ms`
        throw new Error(`no message like ${JSON.stringify(awaited)} came into ${folder.name} of ${address} ${why}`)
      },
    },
    oauth: {
      issue: async (address, scopes, { clientId: id = readyMadeClient.id, expiresInSeconds } = {}) => {
        const clientId = identity.clients.get(id)?.id
        if (clientId === undefined) throw new Error(`no client has the id ${id}`)
        return identity.handOut({ account: accountOf(address), clientId, scopes, at: clock.now(), expiresInSeconds })
      },
      signOutEverywhere: (address) => identity.signOutEverywhere(accountOf(address)),
      approveDevice: (userCode, address) => {
        const account = accountOf(address)
        return identity.approveDevice(userCode, { account, multiFactor: account.twoStep, at: clock.now() })
      },
      declineDevice: (userCode) => identity.deviceCodes.decline(userCode, clock.now()),
    },
    clock,
    get signIns() {
      return gate.journal.query()
    },
    reset: () => world.reset(),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function folderOf(world: World, address: string, name: string) {
  const mailbox = world.mailbox(address)
  const folder = mailbox.folder(name)
  if (folder) return folder
  throw new Error(`${address} has no folder ${name}; it has ${mailbox.folders.map((other) => other.name).join(', ')}`)
}
