import { once } from 'node:events'
import { connect, Server } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { callbackPage } from './callback-page.ts'
import { listenOnLoopback } from './loopback.ts'

const { listen } = Server.prototype

/** A machine on which that goes wrong with `::1`, so often. @returns the ports that were asked for there */
function machineWhere(code: string, { times }: { times: number }): number[] {
  const asked: number[] = []
  vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...where: unknown[]) {
    const [port, host] = where as [number, string]
    if (host === '::1' && asked.push(port) <= times) {
      process.nextTick(() => this.emit('error', Object.assign(new Error(code), { code })))
      return this
    }
    return Reflect.apply(listen, this, where) as Server
  })
  return asked
}

afterEach(() => void vi.restoreAllMocks())

const start = () => {
  const pages = { foreign: callbackPage('foreign', 'en'), over: callbackPage('over', 'en') }
  return listenOnLoopback({ state: 'the-state', pages, timeoutMs: 60_000 })
}

/** `connect`, or why not. */
async function reached(port: number, host: string): Promise<string> {
  const socket = connect(port, host)
  const end = await Promise.race([once(socket, 'connect').then(() => 'connect'), once(socket, 'error')])
  socket.destroy()
  return typeof end === 'string' ? end : (end[0] as NodeJS.ErrnoException).code!
}

test('a port that is somebody else’s on ::1 is given back, and another taken', async () => {
  const asked = machineWhere('EADDRINUSE', { times: 1 })
  const loopback = await start()
  expect(asked).toHaveLength(2)
  expect(loopback.redirectUri).toBe(`http://localhost:${asked[1]}`)
  expect(await reached(asked[1]!, '127.0.0.1')).toBe('connect')
  if (asked[0] !== asked[1]) expect(await reached(asked[0]!, '127.0.0.1')).toBe('ECONNREFUSED')
  await loopback.close()
})

test('the tenth such port is the last that is tried', async () => {
  const ninth = machineWhere('EADDRINUSE', { times: 9 })
  await (await start()).close()
  expect(ninth).toHaveLength(10)
  const tenth = machineWhere('EADDRINUSE', { times: 10 })
  await expect(start()).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect(tenth).toHaveLength(10)
  for (const port of new Set(tenth)) expect(await reached(port, '127.0.0.1')).toBe('ECONNREFUSED')
})

test.for(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])('a machine without IPv6 (%s) listens on 127.0.0.1 alone', async (code) => {
  const asked = machineWhere(code, { times: 1 })
  const loopback = await start()
  expect(loopback.redirectUri).toBe(`http://localhost:${asked[0]}`)
  expect(await reached(asked[0]!, '127.0.0.1')).toBe('connect')
  await loopback.close()
  expect(await reached(asked[0]!, '127.0.0.1')).toBe('ECONNREFUSED')
})
