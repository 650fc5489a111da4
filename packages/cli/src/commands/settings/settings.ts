import { settingsFor, type Protocol } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { networkFor } from '../../run/network.ts'
import { renderSettings } from './render.ts'

export type SettingsFlags = { protocol?: readonly Protocol[]; asOf?: string }

/** `sparekey settings ADDRESS`: what belongs into a mail program's account settings. */
export async function settings(context: Context, flags: SettingsFlags, address: string): Promise<void> {
  const { out, say } = context
  context.address = address
  const all = await settingsFor(address, { network: await networkFor(context), asOf: flags.asOf })
  const servers = all.servers.filter(({ protocol }) => flags.protocol?.includes(protocol) ?? true)
  const chosen = { ...all, servers }
  if (out.json) out.document(chosen)
  else out.result(renderSettings(chosen, say, out))
}
