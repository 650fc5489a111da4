import { realNetwork, type Network } from '@sparekey/core'
import type { Context } from './context.ts'
import { plainLine } from './render/plain.ts'
import { wrap } from './render/width.ts'

/** The network this run uses: the real one, or that of the server map, which a line on standard error then names. */
export async function networkFor({ globals, out, say }: Context): Promise<Network> {
  const { servers, allowRemoteServers: allowRemote, timeoutSeconds } = globals
  const timeoutMs = timeoutSeconds * 1000
  if (servers === undefined) return realNetwork({ timeoutMs })
  const { networkOfMap } = await import('./network-of-map.ts')
  const network = await networkOfMap(servers, { allowRemote, timeoutMs })
  out.warn(wrap(say.map.using(plainLine(servers)), out.errorColumns))
  return network
}
