import { mappedNetwork, readServerMap, type Network } from '@sparekey/core'

/** The servers of a run, and the application that their map names, if there is a map and it names one. */
export type Servers = { network: Network; clientId: string | undefined }

/** The servers of a server map file. A module of its own: reading a map takes code that most runs do not need. */
export async function serversOfMap(
  path: string,
  { allowRemote, timeoutMs }: { allowRemote: boolean; timeoutMs: number },
): Promise<Servers> {
  const map = await readServerMap(path, { allowRemote })
  return { network: mappedNetwork(map, { timeoutMs }), clientId: map.clientId }
}
