import { getEventListeners, once } from 'node:events'
import { get, request, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { callbackPage } from './callback-page.ts'
import { listenOnLoopback } from './loopback.ts'

const state = 'the-state'
const pages = { foreign: callbackPage('foreign', 'en'), over: callbackPage('over', 'en') }

type Ask = { path?: string; method?: string; host?: string; address?: string }

/** A loopback that is closed at the end, and a browser that comes to it. */
async function start(options: { timeoutMs?: number; signal?: AbortSignal } = {}) {
  const { timeoutMs = 60_000, signal } = options
  const loopback = await listenOnLoopback({ state, pages, timeoutMs, signal })
  const port = Number(new URL(loopback.redirectUri).port)
  const ask = async ({ path = '/', method = 'GET', host = `localhost:${port}`, address = '127.0.0.1' }: Ask) => {
    const asking = request({ host: address, port, path, method, headers: { host }, agent: false }).end()
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    let body = ''
    for await (const piece of response) body += String(piece)
    return { status: response.statusCode, headers: response.headers, body }
  }
  return { loopback, port, ask, [Symbol.asyncDispose]: () => loopback.close() }
}

describe('a request that cannot be the browser that comes back', () => {
  test.for<[number, string, (port: number) => Ask]>([
    [421, 'to another name', (port) => ({ host: `evil.example:${port}` })],
    [421, 'to another port', (port) => ({ host: `localhost:${port + 1}` })],
    [421, 'without a port', () => ({ host: 'localhost' })],
    [421, 'to the address in place of the name', (port) => ({ host: `127.0.0.1:${port}` })],
    [421, 'to a name that only ends so', (port) => ({ host: `x.localhost:${port}` })],
    [404, 'for another path', () => ({ path: '/favicon.ico' })],
    [404, 'for a path below', () => ({ path: `/x?code=c&state=${state}` })],
    [404, 'for a path that ends like ours', () => ({ path: `/x/?code=c&state=${state}` })],
    [405, 'by POST', () => ({ method: 'POST', path: `/?code=c&state=${state}` })],
    [405, 'by HEAD', () => ({ method: 'HEAD', path: `/?code=c&state=${state}` })],
    [400, 'without a question', () => ({ path: '/' })],
    [400, 'without the state', () => ({ path: '/?code=c' })],
    [400, 'with another state', () => ({ path: '/?code=c&state=another' })],
  ])('gets %i: %s', async ([status, , askFor]) => {
    await using server = await start()
    const answer = await server.ask(askFor(server.port))
    expect(answer).toMatchObject({ status, headers: { connection: 'close' } })
    expect(answer.body).toBe(status === 400 ? pages.foreign.body : '')
    const after = await Promise.race([server.loopback.arrival, Promise.resolve('still waiting')])
    expect(after).toBe('still waiting')
  })
})

describe('the browser that comes back', () => {
  test.for(['127.0.0.1', '::1'])('over %s is told what became of it, with every field of the page', async (address) => {
    await using server = await start()
    const asking = server.ask({ address, path: `/?code=the-code&state=${state}` })
    const { callback, show } = await server.loopback.arrival
    expect(callback).toEqual({ kind: 'code', code: 'the-code' })
    const page = callbackPage('signed-in', 'ja', 'hanako@hotmail.com')
    await show(page)
    const { status, headers, body } = await asking
    expect([status, body]).toEqual([200, page.body])
    expect(headers).toMatchObject({ ...page.headers, connection: 'close' })
  })

  test('a second time is told that this is over, and changes nothing', async () => {
    await using server = await start()
    const first = server.ask({ path: `/?error=access_denied&state=${state}` })
    const { callback, show } = await server.loopback.arrival
    expect(await server.ask({ path: `/?code=c&state=${state}` })).toMatchObject({ status: 410, body: pages.over.body })
    await show(callbackPage('declined', 'en'))
    expect([callback.kind, (await first).status, (await server.loopback.arrival).callback]).toEqual([
      'refused',
      200,
      callback,
    ])
  })

  test('and left again holds up nobody who wants to show it a page', async () => {
    await using server = await start()
    const asking = get({
      host: '127.0.0.1',
      port: server.port,
      path: `/?code=c&state=${state}`,
      headers: { host: `localhost:${server.port}` },
    })
    asking.on('error', () => undefined)
    const { show } = await server.loopback.arrival
    asking.destroy()
    await new Promise((resolve) => asking.once('close', resolve))
    expect(await show(callbackPage('failed', 'en'))).toBeUndefined()
  })
})

describe('the wait for the browser', () => {
  test('ends when its time is over', async () => {
    await using server = await start({ timeoutMs: 10 })
    await expect(server.loopback.arrival).rejects.toMatchObject({
      code: 'sign-in-timeout',
      message: 'The browser did not come back within 0.01 s.',
    })
  })

  test('ends when it is given up, before it has begun too', async () => {
    const stop = new AbortController()
    await using server = await start({ signal: stop.signal })
    stop.abort()
    await expect(server.loopback.arrival).rejects.toMatchObject({ code: 'aborted' })
    await using late = await start({ signal: stop.signal })
    await expect(late.loopback.arrival).rejects.toMatchObject({ code: 'aborted' })
  })

  test('leaves nobody who listens to whoever may give it up', async () => {
    const { signal } = new AbortController()
    const { loopback } = await start({ signal })
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    await loopback.close()
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('leaves nothing that listens, on neither address, even while somebody is connected', async () => {
    const { loopback, port } = await start()
    const idle = connect(port, '127.0.0.1')
    await once(idle, 'connect')
    await loopback.close()
    for (const host of ['127.0.0.1', '::1']) {
      const [error] = (await once(connect(port, host), 'error')) as [NodeJS.ErrnoException]
      expect(error.code).toBe('ECONNREFUSED')
    }
  })
})

test('no more than twenty connections wait for an answer on each address at once', async () => {
  const loopback = await listenOnLoopback({ state, pages, timeoutMs: 60_000 })
  const port = Number(new URL(loopback.redirectUri).port)
  const sockets: Socket[] = []
  try {
    for (let count = 0; count < 21; count++) {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined)
      sockets.push(socket)
      await once(socket, 'connect')
    }
    await once(sockets[20]!.resume(), 'close')
    expect(sockets.slice(0, 20).every((socket) => !socket.destroyed && !socket.readableEnded)).toBe(true)
  } finally {
    for (const socket of sockets) socket.destroy()
    await loopback.close()
  }
})
