import { X509Certificate } from 'node:crypto'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { checkServerIdentity, connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls'
import { errorWord, SparekeyError } from '../errors/sparekey-error.ts'
import type { Route } from '../network/network.ts'
import { TimeLimit } from './time-limit.ts'

/**
 * The two steps every connection of this library begins with, whoever makes it: TCP to where a name really is, and TLS
 * under the official name. Never verifies less than the whole certificate. Rejects with Node's own errors, or with a
 * `SparekeyError` `connection-timeout` or `connection-dropped` where Node has none.
 */

/** What may end a step. */
export type Limits = {
  time: TimeLimit
  /** Whenever it fires, the connection ends: during these steps and long after them. */
  signal?: AbortSignal | undefined
}

/**
 * Connects to the first route that answers, one after another, each with its share of the time that is left, so that one
 * dead address does not use it all.
 * @param serverMap the map that the routes are from: it outlives its mock, and `mock-not-running` is thrown then
 */
export async function connectAny(
  routes: readonly Route[],
  { time, signal, serverMap }: Limits & { serverMap?: string | undefined },
): Promise<Socket> {
  let last: unknown = new SparekeyError('host-not-found', { error: 'ENOTFOUND' })
  const connect = async () => {
    for (const [index, { host, port }] of routes.entries()) {
      const share = new TimeLimit(time.left / (routes.length - index), time.timers)
      try {
        return await ready(connectTcp({ host, port, noDelay: true }), 'connect', { time: share, signal })
      } catch (error) {
        last = error
        if (signal?.aborted || time.left === 0) break
      }
    }
    if (serverMap === undefined || errorWord(last) !== 'ECONNREFUSED') throw last
    throw new SparekeyError('mock-not-running', { map: serverMap, error: 'mock-gone' }, { cause: last })
  }
  return time.wait(connect)
}

/** Puts TLS over a connection and checks the server's certificate against `host`. @param ca PEM, instead of the system's */
export async function secure(
  plain: Socket,
  host: string,
  { ca, ...limits }: Limits & { ca: string | undefined },
): Promise<TLSSocket> {
  underTls.add(plain)
  const socket = connectTls({
    socket: plain,
    host,
    // Said aloud, because an environment variable could switch it off.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 ? { servername: host } : { checkServerIdentity: checkAddress }),
    ...(ca !== undefined && { ca }),
  })
  return ready(socket, 'secureConnect', limits)
}

/**
 * Several releases of Node 22, 24 and 26 (22.23.0, 24.17.0, 26.3.1 and some after them) refuse every certificate for an
 * IPv6 address; OpenSSL, asked directly, matches it everywhere. A zone (`fe80::1%eth0`) has a meaning on this machine only
 * and stands in no certificate.
 */
function checkAddress(host: string, certificate: PeerCertificate): Error | undefined {
  const [address = host] = host.split('%')
  const named = new X509Certificate(certificate.raw).checkIP(address) !== undefined
  return named ? undefined : checkServerIdentity(host, certificate)
}

/** Waits for a socket to be ready. Later errors are kept by the socket (`errored`) for whoever reads it next. */
function ready<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', limits: Limits): Promise<S> {
  const { time, signal } = limits
  socket.on('error', () => undefined)
  if (signal) follow(socket, signal)
  const readiness = () =>
    new Promise<S>((resolve, reject) => {
      const failed = () => reject(socket.errored ?? dropped())
      socket.once('close', failed)
      socket.once(event, () => {
        socket.off('close', failed)
        resolve(socket)
      })
    })
  return time.wait(readiness, (error) => socket.destroy(error))
}

/** Sockets that carry TLS. Node 20 crashes if such a one is destroyed and, in the same breath, the TLS socket on it. */
const underTls = new WeakSet<Socket>()

/** Ends a connection at once. One that carries TLS, or was about to, is ended by the TLS socket. */
export function discard(socket: Socket): void {
  if (!underTls.has(socket)) socket.destroy()
}

function follow(socket: Socket, signal: AbortSignal): void {
  const abort = () => {
    if (!underTls.has(socket)) socket.destroy(new SparekeyError('aborted', {}))
  }
  if (signal.aborted) return abort()
  signal.addEventListener('abort', abort, { once: true })
  socket.once('close', () => signal.removeEventListener('abort', abort))
}

export function dropped(): SparekeyError {
  return new SparekeyError('connection-dropped', { error: 'closed' })
}
