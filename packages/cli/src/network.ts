import { mappedNetwork, readServerMap, realNetwork, type Network } from '@sparekey/core'
import type { Context } from './context.ts'
import { plainLine } from './render/plain.ts'

/** The network this run uses: the real one, or that of the server map, which a line on standard error then names. */
export async function networkFor({ globals, out, say }: Context): Promise<Network> {
  const timeoutMs = globals.timeoutSeconds * 1000
  if (globals.servers === undefined) return realNetwork({ timeoutMs })
  const map = await readServerMap(globals.servers, { allowRemote: globals.allowRemoteServers })
  out.warn([say.map.using(plainLine(globals.servers))])
  return mappedNetwork(map, { timeoutMs })
}
