import type { Socket } from 'node:net'
import type { Network } from '../../network/network.ts'
import { protocolBroken } from '../../errors/failure.ts'
import { defaultMaxMessageBytes } from '../mailbox.ts'

/** What keeps imapflow within bounds of time and size, whatever a server does: its own options, and what they leave open. */

/** Bounds for how long a server may take, and how much it may send at a time. */
export function limits({ timeoutMs }: Network, maxMessageBytes = defaultMaxMessageBytes) {
  const maxLineLength = 4 * 1024 * 1024
  return {
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    maxLineLength,
    maxLiteralSize: maxMessageBytes,
    maxResponseSize: maxMessageBytes + 2 * maxLineLength,
  }
}

/** Does one piece of work, for which the server may say so much and no more: without an end to it none would come. */
export async function withinBytes<T>(socket: Socket, maxBytes: number, work: () => Promise<T>): Promise<T> {
  const before = socket.bytesRead
  const timer = setInterval(() => {
    if (socket.bytesRead - before > maxBytes) socket.destroy(protocolBroken('The server does not stop talking.'))
  }, 100)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/**
 * Where the server asks to wait, imapflow would wait for minutes and ask again; it tells of it only in its log, of which
 * nothing else is heard.
 */
export function onThrottle(hear: (error: unknown) => void) {
  const ignore = () => undefined
  return {
    debug: ignore,
    info: ignore,
    warn: ({ err }: { err?: { code?: string } }) => err?.code === 'ETHROTTLE' && hear(err),
    error: ignore,
    fatal: ignore,
    isLevelEnabled: (level: string) => level === 'warn',
  }
}
