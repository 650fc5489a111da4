import { realNetwork, type Network } from '@sparekey/core'
import type { Context } from './context.ts'
import type { Servers } from './servers-of-map.ts'
import { plainLine } from '../render/plain.ts'
import { wrap } from '../render/wrap.ts'

/** The real servers, or those of the server map, which a line on standard error then names. */
export async function serversFor(context: Context): Promise<Servers> {
  const found = await openServers(context)
  context.network = found.network
  return found
}

async function openServers({ globals, out, say }: Context): Promise<Servers> {
  const { servers, allowRemoteServers: allowRemote, timeoutSeconds } = globals
  const timeoutMs = timeoutSeconds * 1000
  if (servers === undefined) return { network: realNetwork({ timeoutMs }), clientId: undefined }
  const { serversOfMap } = await import('./servers-of-map.ts')
  const found = await serversOfMap(servers, { allowRemote, timeoutMs })
  out.warn(wrap(say.map.using(plainLine(servers)), out.errorColumns))
  return found
}

/** The same, for who needs no more than the network. */
export async function networkFor(context: Context): Promise<Network> {
  return (await serversFor(context)).network
}
