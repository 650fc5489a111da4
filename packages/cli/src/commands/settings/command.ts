import { command, type CommandSpec } from '../../flags/command.ts'
import { date, optional, optionalArgument, protocols } from '../../flags/flags.ts'

export const settingsCommand: CommandSpec = {
  examples: ['sparekey settings you@hotmail.com', 'sparekey settings you@hotmail.com --for thunderbird'],
  in: (say) =>
    command({
      docs: say.commands.settings,
      load: async () => (await import('./settings.ts')).settings,
      parameters: {
        positional: optionalArgument('ADDRESS', say),
        flags: { protocol: protocols(say), asOf: date(say.flags.asOf, say), for: optional(say.flags.for, 'PROGRAM') },
      },
    }),
}
