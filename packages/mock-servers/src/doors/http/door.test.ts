import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openHttpDoor } from './door.ts'

const request = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

test('requests sent ahead of their answers are answered in turn', async () => {
  let count = 0
  const server = await openHttpDoor({ fetch: () => new Response(`<${++count}>`), host: '127.0.0.1', port: 0 })
  const socket = connect(server.port, '127.0.0.1')
  socket.end(request.repeat(3))
  expect((await text(socket)).match(/<\d>/g)).toEqual(['<1>', '<2>', '<3>'])
  await server.close()
})

test('a client that only sends is cut off, and costs a few answers at most', async () => {
  let asked = 0
  const fetch = () => {
    asked++
    return new Promise<Response>(() => undefined)
  }
  const server = await openHttpDoor({ fetch, host: '127.0.0.1', port: 0 })
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined).write(request.repeat(1_000))
  await once(socket, 'close')
  expect(asked).toBe(8)
  await server.close()
})
