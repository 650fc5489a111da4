import { command, type CommandSpec } from '../../flags/command.ts'
import { noArguments } from '../../flags/flags.ts'

export const demoCommand: CommandSpec = {
  examples: ['sparekey demo'],
  in: (say) =>
    command({
      docs: say.commands.demo,
      load: async () => (await import('./demo.ts')).demo,
      parameters: { positional: noArguments, flags: {} },
    }),
}
