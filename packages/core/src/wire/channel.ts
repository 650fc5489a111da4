import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Hide } from './hide-proof.ts'
import type { Network } from '../network/network.ts'
import type { Endpoint, Protocol } from '../settings/settings.ts'
import { connectAny, secure } from './connect.ts'
import { excerpt, failure, socketFailure } from '../errors/failure.ts'
import { dialects, greetingFailure } from './greeting.ts'
import { SocketReader } from './socket-reader.ts'

/** A verified connection to a server that has greeted as it should. */
export type Channel = { socket: TLSSocket; greeting: string }

const maxReplyLines = 100

/**
 * The one way by which every client reaches its server: connects to where the network says the official name is, speaks
 * TLS at once or by STARTTLS, verifies the certificate against the official name, and reads the greeting. Clients hand
 * their secret only to a channel, so none can leave before TLS is verified: a server without STARTTLS, bytes slipped in
 * before TLS, and PREAUTH end here. Throws a `SparekeyError` with a finding's code.
 * @param options.hide for what the server says, which may know the secret from another time
 */
export async function openChannel(
  endpoint: Endpoint,
  network: Network,
  options: { signal?: AbortSignal | undefined; hide?: Hide | undefined } = {},
): Promise<Channel> {
  const { signal, hide = (said) => said } = options
  if (endpoint.security === 'none') {
    throw failure('tls-needed', 'Without TLS the secret would cross the network for anyone to read. Nothing was sent.')
  }
  const { host, port, protocol, security } = endpoint
  const limits = { timeoutMs: network.timeoutMs, signal }
  let outermost: Socket | undefined
  try {
    const plain = await connectAny(await network.resolve(host, port), limits)
    outermost = plain
    let greeting = ''
    if (security === 'starttls') {
      greeting = await readGreeting(plain, protocol, network.timeoutMs, hide)
      await askForTls(plain, protocol, network.timeoutMs, hide)
    }
    const socket = await secure(plain, host, { ca: network.ca, ...limits })
    outermost = socket
    if (security === 'tls') greeting = await readGreeting(socket, protocol, network.timeoutMs, hide)
    return { socket, greeting }
  } catch (error) {
    outermost?.destroy()
    throw socketFailure(error)
  }
}

async function readGreeting(socket: Socket, protocol: Protocol, timeoutMs: number, hide: Hide): Promise<string> {
  const reader = new SocketReader(socket, { timeoutMs })
  const greeting = await readReply(reader, dialects[protocol].last)
  const failed = greetingFailure(protocol, greeting, hide)
  if (failed) throw failed
  const unread = reader.takeUnread()
  if (unread.length > 0) socket.unshift(unread)
  return greeting
}

async function askForTls(socket: Socket, protocol: Protocol, timeoutMs: number, hide: Hide): Promise<void> {
  const reader = new SocketReader(socket, { timeoutMs })
  for (const { say, last, accepted } of dialects[protocol].upgrade) {
    socket.write(`${say}\r\n`)
    const reply = await readReply(reader, last)
    if (!accepted.test(reply)) {
      throw failure('tls-needed', 'The server offers no TLS here. The secret was not sent.', {
        reply: excerpt(hide(reply)),
      })
    }
  }
  // RFC 2595 and 3207: the server is silent until the handshake. Whatever follows was put in by someone on the way.
  if (reader.takeUnread().length > 0) {
    throw failure('tls-needed', 'Bytes were slipped in before TLS began. The secret was not sent.')
  }
}

async function readReply(reader: SocketReader, last: RegExp): Promise<string> {
  const lines: string[] = []
  return reader.whole(async () => {
    for (;;) {
      const line = await reader.line()
      lines.push(line)
      if (last.test(line)) return lines.join('\n')
      if (lines.length > maxReplyLines) throw failure('not-a-mail-server', 'The server does not stop talking.')
    }
  })
}
