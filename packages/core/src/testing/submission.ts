/** Submissions to a server that knows nothing of us, and to one that a test scripts. Not part of the product. */
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { issueCertificate } from '@sparekey/testkit/certificate'
import type { ManualClock } from '@sparekey/testkit/clock'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { networkTo } from './network.ts'
import { timersOf } from './timers.ts'
import type { Endpoint } from '../settings/settings.ts'
import { submit, type Submission } from '../submission/smtp.ts'

const host = 'smtp.example'
const tls = await issueCertificate(host)
export const endpoint: Endpoint = { protocol: 'smtp', host, port: 587, security: 'starttls' }
export const secret = 'abcdefghijklmnop'
export const raw = Buffer.from('Subject: x\r\n\r\n.dot\r\n..\r\n\xff\r\n', 'latin1')

type Change = { [name in keyof Submission]?: Submission[name] } & { clock?: ManualClock; token?: string }

export function submission(port: number, change: Change = {}): Submission {
  const { clock, token, secret: given, ...rest } = change
  const proof = token === undefined ? { secret: given ?? secret } : { token }
  const network = networkTo(port, { ca: tls.ca, ...(clock && { timers: timersOf(clock) }) })
  const envelope = { from: 'hanako@hotmail.com', to: ['taro@example.com'] }
  return { endpoint, username: 'hanako@hotmail.com', network, envelope, raw, ...rest, ...proof }
}

/** nodemailer's own server, which knows nothing of us. */
export async function startServer(options: SMTPServerOptions = {}) {
  const received: { from: string; to: string[]; raw: Buffer; secure: boolean }[] = []
  const attempts: string[] = []
  const server = new SMTPServer({
    key: tls.key,
    cert: tls.cert,
    authMethods: ['LOGIN', 'PLAIN'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onAuth(auth, _session, callback) {
      attempts.push(`${auth.method} ${auth.username}`)
      if (auth.password === secret) return callback(null, { user: auth.username })
      const refusal = new Error('5.7.3 Authentication unsuccessful [TYAPR01CA0001.jpnprd01.prod.outlook.com]')
      callback(Object.assign(refusal, { responseCode: 535 }))
    },
    onRcptTo({ address }, _session, callback) {
      callback(address.startsWith('no') ? Object.assign(new Error('5.1.1 unknown'), { responseCode: 550 }) : null)
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces),
          secure: session.secure,
        })
        callback(null, 'queued as 1')
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    attempts,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The dialogue up to where a test has something of its own to say. */
const beginning = {
  greet: async (peer: Peer) => peer.play('S: 220 ready\nC: EHLO [127.0.0.1]'),
  signIn: 'S: 235 2.7.0 welcome',
  envelope:
    'C: MAIL FROM:<hanako@hotmail.com>\nS: 250 ok\nC: RCPT TO:<taro@example.com>\nS: 250 ok\nC: DATA\nS: 354 go',
}
const implicit: Endpoint = { ...endpoint, security: 'tls' }

export async function outcome(script: (peer: Peer) => unknown, change: Change = {}) {
  await using server = await startScripted(
    async (peer) => {
      await beginning.greet(peer)
      await script(peer)
    },
    { tls },
  )
  const { failed, result } = await submit(submission(server.port, { endpoint: implicit, ...change })).then(
    (result) => ({ failed: undefined, result }),
    (failed: unknown) => ({ failed, result: undefined }),
  )
  return { failed, result, heard: server.heard }
}

export async function untilData(peer: Peer) {
  await peer.play('S: 250-smtp.example\nS: 250 AUTH PLAIN\nC: AUTH PLAIN\nS: 334 ')
  await peer.line()
  await peer.play(`${beginning.signIn}\n${beginning.envelope}`)
}
