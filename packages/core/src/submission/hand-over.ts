import type { Socket } from 'node:net'
import type { Channel } from '../wire/channel.ts'

/**
 * Gives nodemailer a connection that is signed in already. It begins every session with a greeting and EHLO, so it is told
 * the greeting and what the server has offered to us, and its own EHLO is not sent: a second one would cost another round
 * trip, and tell nothing new (RFC 4954, section 4, wants it again only after a security layer of SASL's).
 */
export function handOver(channel: Channel, offered: readonly string[]): Socket {
  const reply = ['signed in', ...offered].map((line, index) => `250${index === offered.length ? ' ' : '-'}${line}\r\n`)
  const socket = channel.handOver(`220 signed in\r\n${reply.join('')}`)
  const write = (chunk: Buffer): boolean => {
    // From here on it is the socket's own again.
    Reflect.deleteProperty(socket, 'write')
    return chunk.toString().startsWith('EHLO ') || socket.write(chunk)
  }
  return Object.assign(socket, { write })
}
