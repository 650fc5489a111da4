import { SparekeyError } from '../errors/sparekey-error.ts'

/**
 * How official names are reached. The real network resolves and connects to them; a server map's network knows only what
 * the map lists, so that with a map nothing real is ever resolved or contacted. Probes and clients take a `Network` and
 * never ask which one it is.
 */
export type Network = {
  /** Where the route table came from, for messages; `undefined` on the real network. */
  readonly serverMap: string | undefined
  /** The instant the other side lives in: the map's clock, else the machine's. */
  now(): Date
  /** The ISO date whose rules and settings apply: the map's, else the day of `now()` in UTC. */
  asOf(): string
  /**
   * Milliseconds each network step may take: resolving, connecting, TLS, the greeting, what the server offers, the sign-in,
   * and after it each command until its answer is whole, however much the server says meanwhile. A transfer (a listing or a message, either way) takes as long as it needs
   * while each such span of time brings 1 KiB of it.
   */
  readonly timeoutMs: number
  /** What these limits run by; the machine's time if unset. A test hands in time that it moves. */
  readonly timers?: Timers | undefined
  /** PEM of the certificate authority to trust instead of the system's. */
  readonly ca: string | undefined
  /** The addresses to connect to for an official name. Rejects with a `SparekeyError` `host-not-found`. */
  resolve(host: string, port: number): Promise<readonly Route[]>
  /** Exchange host names, best first, lower case; empty if the domain has none. */
  resolveMx(domain: string): Promise<readonly string[]>
  /**
   * The page to open in a browser for one of Microsoft's: itself, or with a server map the map's. Throws a `SparekeyError`
   * `host-not-found` if the map has none, so that a real page is never opened in its place.
   */
  pageFor(url: string): string
}

/** What time limits run by: milliseconds since any moment, and a call when some have passed. */
export type Timers = {
  now(): number
  set(callback: () => void, milliseconds: number): unknown
  clear(timer: unknown): void
}

/** `host` is an IP address, or a name if a server map gives one. */
export type Route = { host: string; port: number }

/** What each network step may take: Microsoft has been seen to think 17 s over a refusal (MS-SMTP-13). */
export const defaultTimeoutMs = 30_000

export function hostNotFound(host: string, word: string, cause?: unknown): SparekeyError {
  return new SparekeyError('host-not-found', { host, error: word }, { cause })
}
