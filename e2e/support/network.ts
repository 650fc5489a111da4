import { mappedNetwork, parseServerMap, type Network } from '@sparekey/core'

/** A network on which `localhost` with these ports is this machine, and nothing else exists. */
export function localNetwork(ca: string, ...ports: number[]): Network {
  const connect = Object.fromEntries(ports.map((port) => [`localhost:${port}`, `127.0.0.1:${port}`]))
  return mappedNetwork(parseServerMap({ version: 1, ca, connect }))
}
