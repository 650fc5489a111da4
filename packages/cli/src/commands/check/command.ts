import { command, type CommandSpec } from '../../flags/command.ts'
import { argument, date, optional, protocols, repeatable, toggle } from '../../flags/flags.ts'

export const checkCommand: CommandSpec = {
  examples: [
    'sparekey check you@hotmail.com',
    'sparekey check you@hotmail.com --program outlook-2016',
    'sparekey check you@hotmail.com --no-sign-in',
    'sparekey check you@hotmail.com --using imap=imap-mail.outlook.com:143/none/spa',
  ],
  in: (say) =>
    command({
      docs: say.commands.check,
      load: async () => (await import('./check.ts')).check,
      parameters: {
        positional: argument('ADDRESS', say),
        flags: {
          protocol: protocols(say),
          using: repeatable(say.flags.using, 'SETTINGS'),
          passwordStdin: toggle(say.flags.passwordStdin),
          tokenStdin: toggle(say.flags.tokenStdin),
          noSignIn: toggle(say.flags.noSignIn),
          program: optional(say.flags.program, 'PROGRAM'),
          asOf: date(say.flags.asOf, say),
        },
      },
    }),
}
