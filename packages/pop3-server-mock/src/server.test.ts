import { expect, test } from 'vitest'
import { Client } from '@sparekey/testkit/client'
import { POP3Server } from './index.ts'
import { exampleServer, signIn } from './testing/fixture.ts'

test('the server listens on a free port of the loopback interface, and says where', async () => {
  await using server = exampleServer()
  expect(() => server.address).toThrow('not listening')
  const address = await server.listen()
  expect(address).toMatchObject({ address: '127.0.0.1', port: expect.any(Number) })
  expect(server.address).toEqual(address)
})

test('listening rejects if the port is taken', async () => {
  await using first = exampleServer()
  await using second = exampleServer()
  const { port } = await first.listen()
  await expect(second.listen(port)).rejects.toThrow('EADDRINUSE')
})

test('the server tells its clients when it closes, commits nothing, and may be closed twice', async () => {
  let commits = 0
  const server = exampleServer({ onCommit: () => void (commits += 1) })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(signIn)
  client.send('DELE 1\r\n')
  await client.until('\r\n')
  await server.close()
  await client.play(`
    S: -ERR server is closing
    S: (closed)
  `)
  await server.close()
  expect(commits).toBe(0)
})

test('the server needs a certificate to promise TLS', () => {
  expect(() => new POP3Server({ secure: true })).toThrow(TypeError)
  expect(() => new POP3Server({ stls: true })).toThrow(TypeError)
})
