import { command, type CommandSpec } from '../../flags/command.ts'
import { date, optional, texts } from '../../flags/flags.ts'

export const explainCommand: CommandSpec = {
  examples: [
    'sparekey explain "LOGIN failed"',
    'sparekey explain 0x800CCC92 --account you@hotmail.com',
    'sparekey explain - < error.txt',
    'sparekey explain --eml undeliverable.eml',
    'sparekey explain app-password-needed',
  ],
  takesText: true,
  in: (say) =>
    command({
      docs: say.commands.explain,
      load: async () => (await import('./explain.ts')).explain,
      parameters: {
        positional: texts('TEXT', say),
        flags: {
          eml: optional(say.flags.explainEml, 'FILE'),
          account: optional(say.flags.explainAccount, 'ADDRESS'),
          asOf: date(say.flags.asOf, say),
          program: optional(say.flags.explainProgram, 'NAME'),
        },
      },
    }),
}
