import { mappedNetwork, readServerMap } from '@sparekey/core'
import type { Servers } from './network.ts'

/** The servers of a server map file. A module of its own: reading a map takes code that most runs do not need. */
export async function serversOfMap(
  path: string,
  { allowRemote, timeoutMs }: { allowRemote: boolean; timeoutMs: number },
): Promise<Servers> {
  const map = await readServerMap(path, { allowRemote })
  return { network: mappedNetwork(map, { timeoutMs }), clientId: map.clientId }
}
