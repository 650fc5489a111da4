import { command, type CommandSpec } from '../../flags/command.ts'
import { argument } from '../../flags/flags.ts'

export const explainCommand: CommandSpec = {
  examples: ['sparekey explain app-password-needed'],
  in: (say) =>
    command({
      docs: say.commands.explain,
      load: async () => (await import('./explain.ts')).explain,
      parameters: { positional: argument('CODE', say), flags: {} },
    }),
}
