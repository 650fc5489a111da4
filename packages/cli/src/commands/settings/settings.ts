import { settingsFor, type Protocol } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { usageFailure } from '../../failure/failure.ts'
import { networkFor } from '../../run/network.ts'
import { renderSettings } from './render.ts'

export type SettingsFlags = { protocol?: readonly Protocol[]; asOf?: string; for?: string }

/** `sparekey settings ADDRESS`: what belongs into a mail program's account settings, or the file it reads. */
export async function settings(context: Context, flags: SettingsFlags, address?: string): Promise<void> {
  const { out, say } = context
  if (flags.for === 'help') return (await import('./for.ts')).listPrograms(context)
  if (address === undefined)
    throw usageFailure(say.usage.argumentMissing('ADDRESS'), say.usage.seeHelp('sparekey settings'))
  const program = flags.for === undefined ? undefined : (await import('./for.ts')).programFor(flags.for, say)
  context.address = address
  const all = await settingsFor(address, { network: await networkFor(context), asOf: flags.asOf })
  const servers = all.servers.filter(({ protocol }) => flags.protocol?.includes(protocol) ?? true)
  const chosen = { ...all, servers }
  if (program) (await import('./for.ts')).settingsForProgram(program, chosen, context)
  else if (out.json) out.document(chosen)
  else out.result(renderSettings(chosen, say, out))
}
