import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { failure } from '../../errors/failure.ts'
import { errorWord } from '../../errors/sparekey-error.ts'
import { readCallback, type Callback } from './callback.ts'
import type { Page } from './callback-page.ts'

/**
 * A port of this machine on which a browser comes back from Microsoft's page (RFC 8252, 7.3). Takes one answer, the one
 * with this sign-in's `state`; everything else is turned away and does not end the wait. Listens on loopback addresses only.
 */
export type Loopback = {
  /** `http://localhost:PORT`: Microsoft ignores the port, and only the port (MS-OAUTH-20). */
  redirectUri: string
  /** The answer, and a way to tell the browser what became of it. Rejects when the wait is given up. */
  arrival: Promise<Arrival>
  close(): Promise<void>
}

export type Arrival = { callback: Exclude<Callback, { kind: 'foreign' }>; show(page: Page): Promise<void> }

export type LoopbackOptions = {
  state: string
  /** For what is turned away. */
  pages: { foreign: Page; over: Page }
  timeoutMs: number
  signal?: AbortSignal | undefined
}

/** Others may hold a port on one of the two loopback addresses; then another is taken. */
const attempts = 10
/** A browser that does not fetch its page is not waited for any longer. */
const lastPageMs = 2000

export async function listenOnLoopback({ state, pages, timeoutMs, signal }: LoopbackOptions): Promise<Loopback> {
  const { promise: arrival, resolve, reject } = deferred<Arrival>()
  // Whoever waits hears of it; until then it is nobody's unhandled rejection.
  arrival.catch(() => undefined)
  let arrived = false
  const { port, servers } = await listen((request, response) => {
    const turnAway = refusalOf(request)
    if (turnAway !== undefined) return void send(response, { status: turnAway, headers: {}, body: '' })
    const callback = readCallback(request.url ?? '', state)
    if (callback.kind === 'foreign') return void send(response, pages.foreign)
    if (arrived) return void send(response, pages.over)
    arrived = true
    resolve({ callback, show: (page) => send(response, page) })
  })
  const timer = setTimeout(() => {
    reject(failure('sign-in-timeout', { seconds: timeoutMs / 1000 }))
  }, timeoutMs)
  const abort = () => reject(failure('aborted', {}))
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  return {
    redirectUri: `http://localhost:${port}`,
    arrival,
    async close() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      await Promise.all(servers.map(closed))
    },
  }
}

/** The status for what cannot be a browser that comes back. Another host's name is how a foreign page would get in. */
function refusalOf({ method, url = '', headers: { host }, socket }: IncomingMessage): number | undefined {
  if (host !== `localhost:${socket.localPort}`) return 421
  if (!/^\/(\?|$)/.test(url)) return 404
  return method === 'GET' ? undefined : 405
}

/** `localhost` is both addresses to a browser, so that both must be ours: another's program on one could take the code. */
async function listen(handler: RequestListener): Promise<{ port: number; servers: Server[] }> {
  for (let attempt = 1; ; attempt++) {
    const first = await open(handler, '127.0.0.1', 0)
    const { port } = first.address() as AddressInfo
    try {
      return { port, servers: [first, await open(handler, '::1', port)] }
    } catch (error) {
      if (errorWord(error) !== 'EADDRINUSE') return { port, servers: [first] } // a machine without IPv6
      await closed(first)
      if (attempt === attempts) throw error
    }
  }
}

async function open(handler: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000, keepAlive: false }, handler)
  server.maxConnections = 20
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

async function closed(server: Server): Promise<void> {
  const gone = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await gone
}

async function send(response: ServerResponse, { status, headers, body }: Page): Promise<void> {
  if (response.destroyed) return
  const gone = new Promise((resolve) => response.once('close', resolve))
  response.writeHead(status, { ...headers, connection: 'close' }).end(body)
  const late = setTimeout(() => response.destroy(), lastPageMs)
  await gone
  clearTimeout(late)
}

function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
