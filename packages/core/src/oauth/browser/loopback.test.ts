import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { callbackPage } from './callback-page.ts'
import { listenOnLoopback } from './loopback.ts'

const pages = { foreign: callbackPage('foreign', 'en'), over: callbackPage('over', 'en') }

test('no more than twenty connections wait for an answer on each address at once', async () => {
  const loopback = await listenOnLoopback({ state: 'x', pages, timeoutMs: 60_000 })
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
