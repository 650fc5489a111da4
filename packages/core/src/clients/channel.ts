import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { Network } from '../network.ts'
import type { Endpoint, Protocol } from '../settings/settings.ts'
import { excerpt, failure, socketFailure } from './failure.ts'
import { dialects, greetingFailure } from './greeting.ts'
import { SocketReader, within } from './socket-reader.ts'

/** A verified connection to a server that has greeted as it should. */
export type Channel = { socket: TLSSocket; greeting: string }

const maxReplyLines = 100

/**
 * The one way by which every client reaches its server: connects to where the network says the official name is, speaks
 * TLS at once or by STARTTLS, verifies the certificate against the official name, and reads the greeting. Clients hand
 * their secret only to a channel, so none can leave before TLS is verified: a server without STARTTLS, bytes slipped in
 * before TLS, and PREAUTH end here. Throws a `SparekeyError` with a finding's code.
 */
export async function openChannel(endpoint: Endpoint, network: Network, signal?: AbortSignal): Promise<Channel> {
  if (endpoint.security === 'none') {
    throw failure('tls-needed', 'Without TLS the secret would cross the network for anyone to read. Nothing was sent.')
  }
  const plain = await connectAny(endpoint, network, signal)
  try {
    let greeting = ''
    if (endpoint.security === 'starttls') {
      greeting = await readGreeting(plain, endpoint.protocol, network.timeoutMs)
      await askForTls(plain, endpoint.protocol, network.timeoutMs)
    }
    const socket = await secure(plain, endpoint.host, network, signal)
    if (endpoint.security === 'tls') greeting = await readGreeting(socket, endpoint.protocol, network.timeoutMs)
    return { socket, greeting }
  } catch (error) {
    plain.destroy()
    throw socketFailure(error)
  }
}

async function connectAny({ host, port }: Endpoint, network: Network, signal?: AbortSignal): Promise<Socket> {
  let last: unknown = failure('host-not-found', `The host ${host} has no address.`, { host })
  for (const route of await network.resolve(host, port)) {
    const socket = connectTcp({ host: route.host, port: route.port, noDelay: true })
    follow(socket, signal)
    try {
      await within(socket, network.timeoutMs, () => event(socket, 'connect'))
      return socket
    } catch (error) {
      socket.destroy()
      last = error
      if (signal?.aborted) break
    }
  }
  throw last
}

async function secure(plain: Socket, host: string, network: Network, signal?: AbortSignal): Promise<TLSSocket> {
  const socket = connectTls({
    socket: plain,
    host,
    // Said aloud, as an environment variable could switch it off.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 && { servername: host }),
    ...(network.ca !== undefined && { ca: network.ca }),
  })
  follow(socket, signal)
  try {
    await within(socket, network.timeoutMs, () => event(socket, 'secureConnect'))
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  }
}

async function readGreeting(socket: Socket, protocol: Protocol, timeoutMs: number): Promise<string> {
  const reader = new SocketReader(socket, { timeoutMs })
  const greeting = await readReply(reader, dialects[protocol].last)
  const failed = greetingFailure(protocol, greeting)
  if (failed) throw failed
  const unread = reader.takeUnread()
  if (unread.length > 0) socket.unshift(unread)
  return greeting
}

async function askForTls(socket: Socket, protocol: Protocol, timeoutMs: number): Promise<void> {
  const reader = new SocketReader(socket, { timeoutMs })
  for (const { say, last, accepted } of dialects[protocol].upgrade) {
    socket.write(`${say}\r\n`)
    const reply = await readReply(reader, last)
    if (!accepted.test(reply.slice(reply.lastIndexOf('\n') + 1))) {
      throw failure('tls-needed', 'The server offers no TLS here. The secret was not sent.', { reply: excerpt(reply) })
    }
  }
  // RFC 2595 and 3207: the server is silent until the handshake. Whatever follows was put in by someone on the way.
  if (reader.takeUnread().length > 0) {
    throw failure('tls-needed', 'Bytes were slipped in before TLS began. The secret was not sent.')
  }
}

async function readReply(reader: SocketReader, last: RegExp): Promise<string> {
  const lines: string[] = []
  for (;;) {
    const line = await reader.line()
    lines.push(line)
    if (last.test(line)) return lines.join('\n')
    if (lines.length > maxReplyLines) throw failure('not-a-mail-server', 'The server does not stop talking.')
  }
}

/** Ends the socket when the caller gives up; errors between two reads are kept by the socket for the next read. */
function follow(socket: Socket, signal?: AbortSignal): void {
  socket.on('error', () => undefined)
  if (!signal) return
  const abort = () => void socket.destroy(failure('aborted', 'Stopped on request.'))
  if (signal.aborted) return abort()
  signal.addEventListener('abort', abort, { once: true })
  socket.once('close', () => signal.removeEventListener('abort', abort))
}

function event(socket: Socket, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => reject(error)
    const closed = () => reject(socket.errored ?? failure('connection-dropped', 'The server ended the connection.'))
    socket.once('error', failed).once('close', closed)
    socket.once(name, () => {
      socket.off('error', failed).off('close', closed)
      resolve()
    })
  })
}
