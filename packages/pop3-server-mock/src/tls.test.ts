import { beforeAll, describe, expect, it } from 'vitest'
import type { POP3Session } from './index.ts'
import { issueCertificate } from './testing/certificate.ts'
import { exampleServer, greeting, signIn } from './testing/fixture.ts'
import { WireClient } from './testing/wire.ts'

let tls: { key: string; cert: string }

beforeAll(async () => {
  tls = await issueCertificate()
})

describe('TLS from the first octet', () => {
  it('serves a session and knows the name the client asked for', async () => {
    const seen: POP3Session<string>[] = []
    await using server = exampleServer({ tls, secure: true, onConnect: (session) => void seen.push(session) })
    const { port } = await server.listen()
    await using client = await WireClient.connect(port, { ca: tls.cert })
    await client.play(`
      ${signIn}
      C: STLS
      S: -ERR unknown command
      C: QUIT
      S: +OK goodbye
      S: (closed)
    `)
    expect(seen).toMatchObject([{ secure: true, servername: 'localhost' }])
  })

  it('ends the connection of a client that speaks plainly, and lives on', async () => {
    const errors: Error[] = []
    await using server = exampleServer({ tls, secure: true })
    server.on('error', (error) => errors.push(error))
    const { port } = await server.listen()
    await using plain = await WireClient.connect(port)
    plain.send('USER mrose\r\n')
    expect((await plain.until('+OK')).toString('latin1')).not.toContain('+OK')
    await using client = await WireClient.connect(port, { ca: tls.cert })
    await client.play(greeting)
    expect(errors).toHaveLength(1)
  })
})

describe('STLS', () => {
  it('goes on behind TLS, where the sign-in starts anew', async () => {
    await using server = exampleServer({ tls })
    const { port } = await server.listen()
    await using client = await WireClient.connect(port)
    await client.play(`
      ${greeting}
      C: USER mallory
      S: +OK now the password
      C: STLS
      S: +OK begin TLS negotiation
    `)
    await client.startTls(tls.cert)
    await client.play(`
      C: PASS tanstaaf
      S: -ERR command not valid in this state
      C: USER mrose
      S: +OK now the password
      C: PASS tanstaaf
      S: +OK maildrop has 2 messages (69 octets)
      C: QUIT
      S: +OK goodbye
      S: (closed)
    `)
  })

  it('throws away what was injected before the handshake', async () => {
    const verbs: string[] = []
    await using server = exampleServer({ tls, onCommand: ({ verb }) => void verbs.push(verb) })
    const { port } = await server.listen()
    await using client = await WireClient.connect(port)
    await client.play(`
      ${greeting}
      C: STLS
      C: USER mallory
      C: CAPA
      S: +OK begin TLS negotiation
    `)
    await client.startTls(tls.cert)
    await client.play(`
      C: NOOP
      S: -ERR command not valid in this state
    `)
    expect(verbs).toEqual(['STLS', 'NOOP'])
  })

  it('can be required before any secret', async () => {
    await using server = exampleServer({ tls, requireTls: true })
    const { port } = await server.listen()
    await using client = await WireClient.connect(port)
    await client.play(`
      ${greeting}
      C: CAPA
      S: +OK capability list follows
      S: TOP
      S: UIDL
      S: STLS
      S: PIPELINING
      S: .
      C: USER mrose
      S: -ERR use STLS first
      C: STLS
      S: +OK begin TLS negotiation
    `)
    await client.startTls(tls.cert)
    await client.play(`
      C: USER mrose
      S: +OK now the password
    `)
  })
})
