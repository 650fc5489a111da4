/** The control API over one account with two-step verification and one message, without a socket. Not part of the product. */
import { parseConfig } from '../config/config.ts'
import { controlApi } from '../http/control-api/control-api.ts'
import { serverMap } from '../server-map/server-map.ts'
import { World } from '../world/world.ts'

export const hanako = 'hanako@hotmail.com'
const url = 'http://127.0.0.1:1080/api/v1'

/** A new one. */
export async function startControlApi() {
  const config = parseConfig({ accounts: [{ address: hanako, password: 'x', twoStep: true }] })
  if (!config.ok) throw new Error('the configuration of this test is wrong')
  const world = await World.from(config.config, '.')
  const doors = { host: '127.0.0.1', pop3: 1110, imap: 1143, smtp: 1587, http: 1080, https: 1443 }
  const api = controlApi({
    directory: world.directory,
    store: world.store,
    clock: world.clock,
    identity: world.identity,
    journal: world.gate.journal,
    reset: () => world.reset(),
    doors: () => doors,
    map: (where) => serverMap({ now: world.clock.now(), ca: 'PEM', accounts: world.directory.list() }, where),
    closing: new AbortController().signal,
  })
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
