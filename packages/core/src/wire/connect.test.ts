import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { startScripted } from '@sparekey/testkit/server'
import { connectAny, secure } from './connect.ts'
import { deadPort } from '../testing/network.ts'
import { TimeLimit } from './time-limit.ts'

const name = 'mail.example'
const tls = await issueCertificate(name)
const route = (port: number) => ({ host: '127.0.0.1', port })

describe('connecting', () => {
  test('goes on to the next route when one refuses', async () => {
    await using server = await startScripted(() => undefined)
    const socket = await connectAny([route(deadPort), route(server.port)], { time: new TimeLimit(5000) })
    expect(socket.remotePort).toBe(server.port)
    socket.destroy()
    await expect(connectAny([route(deadPort)], { time: new TimeLimit(5000) })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    })
    const mapped = { time: new TimeLimit(5000), serverMap: 'servers.json' }
    await expect(connectAny([route(deadPort)], mapped)).rejects.toMatchObject({
      code: 'mock-not-running',
      details: { map: 'servers.json', error: 'mock-gone' },
    })
  })

  test('to nowhere is a name that was not found', async () => {
    await expect(connectAny([], { time: new TimeLimit(5000) })).rejects.toMatchObject({ code: 'host-not-found' })
  })

  test('that was given up tries no further route', async () => {
    await using server = await startScripted(() => undefined)
    const signal = AbortSignal.abort()
    const connecting = connectAny([route(server.port), route(server.port)], { time: new TimeLimit(5000), signal })
    await expect(connecting).rejects.toMatchObject({ code: 'aborted' })
    expect(server.connections).toBeLessThan(2)
  })
})

describe('TLS', () => {
  test('is spoken under the official name, and ends whenever the signal fires', async () => {
    await using server = await startScripted(() => undefined, { tls })
    const controller = new AbortController()
    const limits = { time: new TimeLimit(5000), signal: controller.signal }
    const socket = await secure(await connectAny([route(server.port)], limits), name, { ca: tls.ca, ...limits })
    expect(socket).toMatchObject({ authorized: true, servername: name })
    controller.abort()
    await expect(once(socket, 'close')).rejects.toMatchObject({ code: 'aborted' })
  })

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['::1', '0:0:0:0:0:0:0:1'],
    ['fe80::1', 'fe80::1%lo'],
  ])('accepts a certificate for %s from a server reached at %s', async (named, host) => {
    const certificate = await issueCertificate(named)
    await using server = await startScripted(() => undefined, { tls: certificate })
    const plain = await connectAny([route(server.port)], { time: new TimeLimit(5000) })
    const socket = await secure(plain, host, { ca: certificate.ca, time: new TimeLimit(5000) })
    expect(socket).toMatchObject({ authorized: true })
    socket.destroy()
  })

  test.each([
    ['::2', '::1'],
    ['127.0.0.2', '127.0.0.1'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
    ['mail.example', '::1'],
  ])('refuses a certificate for %s from a server reached at %s', async (named, host) => {
    const certificate = await issueCertificate(named)
    await using server = await startScripted(() => undefined, { tls: certificate })
    const plain = await connectAny([route(server.port)], { time: new TimeLimit(5000) })
    const securing = secure(plain, host, { ca: certificate.ca, time: new TimeLimit(5000) })
    await expect(securing).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })

  test('with a server that never answers ends when its time is up', async () => {
    await using server = await startScripted(() => undefined)
    const plain = await connectAny([route(server.port)], { time: new TimeLimit(5000) })
    const securing = secure(plain, name, { ca: tls.ca, time: new TimeLimit(50) })
    await expect(securing).rejects.toMatchObject({ code: 'connection-timeout', details: { error: 'timeout' } })
    expect(plain.destroyed).toBe(true)
  })

  test('with a server that leaves is a connection that was dropped', async () => {
    await using server = await startScripted((peer) => peer.end())
    const plain = await connectAny([route(server.port)], { time: new TimeLimit(5000) })
    await expect(secure(plain, name, { ca: tls.ca, time: new TimeLimit(5000) })).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
  })
})
