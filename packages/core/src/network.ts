import type { LookupAddress } from 'node:dns'

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
  /** Milliseconds each network step may take. */
  readonly timeoutMs: number
  /** PEM of the certificate authority to trust instead of the system's. */
  readonly ca: string | undefined
  /** The addresses to connect to for an official name. Rejects with a `HostNotFound`. */
  resolve(host: string, port: number): Promise<readonly Route[]>
  /** Exchange host names, best first; empty if the domain has none. */
  resolveMx(domain: string): Promise<readonly string[]>
}

export type Route = { host: string; port: number; family?: LookupAddress['family'] }
