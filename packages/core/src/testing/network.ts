import type { Network, Timers } from '../network/network.ts'

/** A port on which nobody listens: one that was free a moment ago may be somebody's by now. */
export const deadPort = 1

/** A network on which every name is this port of this machine. Not part of the product. */
export function networkTo(port: number, options: { ca?: string; timeoutMs?: number; timers?: Timers } = {}): Network {
  return {
    serverMap: undefined,
    now: () => new Date('2021-05-01T00:00:00Z'),
    asOf: () => '2021-05-01',
    timeoutMs: options.timeoutMs ?? 5000,
    timers: options.timers,
    ca: options.ca,
    resolve: async () => [{ host: '127.0.0.1', port }],
    resolveMx: async () => [],
    pageFor: (url) => url,
  }
}
