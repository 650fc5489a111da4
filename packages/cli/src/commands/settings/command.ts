import { command, type CommandSpec } from '../../flags/command.ts'
import { argument, date, protocols } from '../../flags/flags.ts'

export const settingsCommand: CommandSpec = {
  examples: ['sparekey settings you@hotmail.com'],
  in: (say) =>
    command({
      docs: say.commands.settings,
      load: async () => (await import('./settings.ts')).settings,
      parameters: {
        positional: argument('ADDRESS', say),
        flags: { protocol: protocols(say), asOf: date(say.flags.asOf, say) },
      },
    }),
}
