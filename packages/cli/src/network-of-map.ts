import { mappedNetwork, readServerMap, type Network } from '@sparekey/core'

/** The network of a server map file. A module of its own: reading a map takes code that most runs do not need. */
export async function networkOfMap(
  path: string,
  { allowRemote, timeoutMs }: { allowRemote: boolean; timeoutMs: number },
): Promise<Network> {
  return mappedNetwork(await readServerMap(path, { allowRemote }), { timeoutMs })
}
