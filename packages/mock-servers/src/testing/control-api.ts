/** The control API over a world with one account. Not part of the product. */
import { type MicrosoftConfig, parseConfig } from '../config/config.ts'
import { openHttpDoor } from '../doors/http/door.ts'
import { controlApi } from '../http/control-api/control-api.ts'
import { plainSite } from '../http/sites.ts'
import { type Doors, serverMap } from '../server-map/server-map.ts'
import { World } from '../world/world.ts'

export const hanako = 'hanako@hotmail.com'
const url = 'http://127.0.0.1:1080/api/v1'

async function build(configuration: MicrosoftConfig) {
  const config = parseConfig(configuration)
  if (!config.ok) throw new Error('the configuration of this test is wrong')
  const world = await World.from(config.config, '.')
  const closing = new AbortController()
  const doors: Doors = { host: '127.0.0.1', pop3: 1110, imap: 1143, smtp: 1587, http: 1080, https: 1443 }
  const api = controlApi({
    directory: world.directory,
    store: world.store,
    clock: world.clock,
    identity: world.identity,
    journal: world.gate.journal,
    reset: () => world.reset(),
    doors: () => doors,
    map: (where) => serverMap({ now: world.clock.now(), ca: 'PEM', accounts: world.directory.list() }, where),
    closing: closing.signal,
  })
  return { api, closing, world }
}

/** Without a socket: its account has two-step verification and one message. */
export async function startControlApi() {
  const { api, world } = await build({ accounts: [{ address: hanako, password: 'x', twoStep: true }] })
  world.mailbox(hanako).inbox.append(Buffer.from('Subject: x\r\n\r\n'))
  return api
}

/** Asks a new one; every field of the answer, and its status. */
export async function answerTo(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const api = await startControlApi()
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await api.request(url + path, { method, headers, ...(text !== undefined && { body: text }) })
  const { 'content-length': _, ...fields } = Object.fromEntries(answer.headers)
  return { status: answer.status, fields }
}

type Options = { allowHosts?: readonly string[]; mailboxBytes?: number }

/** Behind a door of its own. */
export async function serveControlApi({ allowHosts = [], ...limits }: Options = {}) {
  const { api, closing, world } = await build({ accounts: [{ address: hanako, password: 'correct horse' }], limits })
  const elsewhere = { fetch: () => new Response(null, { status: 404 }) }
  const app = plainSite({ api, identity: elsewhere, graph: elsewhere, accountPage: elsewhere }, allowHosts)
  const door = await openHttpDoor({ fetch: (incoming) => app.fetch(incoming), host: '127.0.0.1', port: 0 })
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${door.port}/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type')
    const allow = response.headers.get('allow')
    return { status: response.status, type, allow, body: type?.includes('json') ? (JSON.parse(text) as unknown) : text }
  }
  const close = async () => {
    closing.abort()
    await door.close()
  }
  return { world, port: door.port, call, close, [Symbol.asyncDispose]: close }
}
