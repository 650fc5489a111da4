/**
 * The composition root: one world, five doors, one certificate. Reads like the diagram in docs/architecture.md; decides
 * nothing. Whatever fails while starting, nothing is left open.
 */
import { accountPage } from './account-page/app.tsx'
import { ConfigInvalid, parseConfig, type MicrosoftConfig } from './config/config.ts'
import type { DoorName } from './doors/door.ts'
import { addressable, isUnspecified } from './doors/host.ts'
import { openAll } from './doors/open-all.ts'
import { openHttpDoor } from './doors/http/door.ts'
import { openImapDoor } from './doors/imap/door.ts'
import { openPop3Door } from './doors/pop3/door.ts'
import { openSmtpDoor } from './doors/smtp/door.ts'
import { issueCertificates } from './doors/tls.ts'
import { microsoftOf, type Microsoft } from './facade/microsoft.ts'
import { controlApi } from './http/control-api/control-api.ts'
import { graphRoutes } from './http/graph/routes.ts'
import { identityRoutes } from './http/identity/routes.ts'
import { officialSite, plainSite } from './http/sites.ts'
import { certificateNames } from './server-map/official-names.ts'
import { serverMap, type Doors } from './server-map/server-map.ts'
import { postOffice } from './submission/submission.ts'
import { frontendName } from './voices/context.ts'
import { serverMessageId } from './voices/smtp-session.ts'
import { World } from './world/world.ts'

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

/** Starts a mock. Rejects with `ConfigInvalid`, `CannotListen` or `MessageUnreadable`. */
export async function startMicrosoft(options: MicrosoftOptions = {}): Promise<Microsoft> {
  const { host = '127.0.0.1', ports = {}, advertise = [], allowHosts = [], directory = '.', ...rest } = options
  const config = parseConfig(rest)
  if (!config.ok) throw new ConfigInvalid(config.mistakes)

  const world = await World.from(config.config, directory)
  const { ca, ...tls } = await issueCertificates({ names: certificateNames([...advertise, ...addressable(host)]) })
  const closing = new AbortController()
  const frontend = frontendName()
  const { clock, gate } = world
  const sender = (address: string) => world.directory.get(address)
  const newMessageId = (unique: string) => serverMessageId(frontend, unique)
  const submit = postOffice({ store: world.store, sender, newMessageId })

  const map = (at: Doors) => serverMap({ now: clock.now(), ca, accounts: world.directory.list() }, at)
  const parts = webParts(world, { submit, map, doors: () => doors, closing: closing.signal })
  const allowed = [...addressable(host), ...advertise, ...allowHosts]
  const plain = plainSite(parts, allowed)
  const official = officialSite(parts, allowed)

  const common = { gate, clock, tls, frontend, host, mailboxes: (address: string) => world.mailbox(address) }
  const open = await openAll(host, ports, {
    pop3: (port) => openPop3Door({ ...common, port }),
    imap: (port) => openImapDoor({ ...common, port }),
    smtp: (port) => openSmtpDoor({ ...common, submit, port }),
    https: (port) => openHttpDoor({ fetch: (request) => official.fetch(request), tls, host, port }),
    // The last one: whoever asks it for the mock's health finds all doors open.
    http: (port) => openHttpDoor({ fetch: (request) => plain.fetch(request), host, port }),
  })
  const doors: Doors = {
    host: isUnspecified(host) ? '127.0.0.1' : host,
    pop3: open.pop3.port,
    imap: open.imap.port,
    smtp: open.smtp.port,
    http: open.http.port,
    https: open.https.port,
  }
  const close = async () => {
    closing.abort()
    await Promise.all(Object.values(open).map((door) => door.close()))
  }
  return microsoftOf(world, { ca, doors, servers: () => map(doors), closing: closing.signal, close })
}

type WebServices = Pick<Parameters<typeof controlApi>[0], 'doors' | 'map' | 'closing'> &
  Pick<Parameters<typeof graphRoutes>[0], 'submit'>

function webParts(world: World, { submit, map, doors, closing }: WebServices) {
  const { clock, directory, gate, identity, store } = world
  const shared = { directory, store, clock, identity, journal: gate.journal, closing }
  return {
    api: controlApi({ ...shared, reset: () => world.reset(), doors, map }),
    identity: identityRoutes({ directory, clock, identity }),
    graph: graphRoutes({ tokens: identity.tokens, clock, submit }),
    accountPage: accountPage(shared),
  }
}
