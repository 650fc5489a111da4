import { defaultMaxMessageBytes } from '../mailbox.ts'

/** What keeps imapflow within bounds of size, and from waiting, whatever a server does. */

/** Time is kept by `inTime` alone: imapflow's own limits are for the pause between two bytes, and never come to it. */
const never = 2 ** 31 - 1

/** Bounds for how much a server may send at a time. */
export function limits(maxMessageBytes = defaultMaxMessageBytes) {
  const maxLineLength = 4 * 1024 * 1024
  return {
    connectionTimeout: never,
    greetingTimeout: never,
    socketTimeout: never,
    maxLineLength,
    maxLiteralSize: maxMessageBytes,
    maxResponseSize: maxMessageBytes + 2 * maxLineLength,
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
