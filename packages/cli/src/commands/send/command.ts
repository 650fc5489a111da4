import { command, type CommandSpec } from '../../flags/command.ts'
import { noArguments, optional, repeatable, required, toggle } from '../../flags/flags.ts'

export const sendCommand: CommandSpec = {
  examples: [
    'sparekey send --from you@hotmail.com --to friend@live.com --subject Hello --text "Good morning"',
    'sparekey send --from you@hotmail.com --to friend@live.com --eml message.eml',
  ],
  in: ({ commands, flags }) =>
    command({
      docs: commands.send,
      load: async () => (await import('./send.ts')).send,
      parameters: {
        positional: noArguments,
        flags: {
          from: required(flags.from, 'ADDRESS'),
          account: optional(flags.sendAccount, 'ADDRESS'),
          to: repeatable(flags.to, 'ADDRESS'),
          cc: repeatable(flags.cc, 'ADDRESS'),
          bcc: repeatable(flags.bcc, 'ADDRESS'),
          subject: optional(flags.subject, 'TEXT'),
          text: optional(flags.text, 'TEXT'),
          html: optional(flags.html, 'FILE'),
          attach: repeatable(flags.attach, 'FILE'),
          eml: optional(flags.eml, 'FILE'),
          passwordStdin: toggle(flags.passwordStdin),
        },
      },
    }),
}
