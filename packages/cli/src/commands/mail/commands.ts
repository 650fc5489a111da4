import { command, type CommandSpec } from '../../flags/command.ts'
import { argument, mailProtocol, noArguments, optional, required, toggle } from '../../flags/flags.ts'
import type { Words } from '../../words/words.ts'

export const listCommand: CommandSpec = {
  examples: ['sparekey list --account you@hotmail.com'],
  in: (say) =>
    command({
      docs: say.commands.list,
      load: async () => (await import('./list.ts')).list,
      parameters: { positional: noArguments, flags: { ...mailboxFlags(say), limit: count(say) } },
    }),
}

export const readCommand: CommandSpec = {
  examples: [
    'sparekey read 1 --account you@hotmail.com',
    'sparekey read 1 --account you@hotmail.com --raw > message.eml',
  ],
  in: (say) =>
    command({
      docs: say.commands.read,
      load: async () => (await import('./read.ts')).read,
      parameters: {
        positional: argument('UID', say),
        flags: { ...mailboxFlags(say), raw: toggle(say.flags.raw) },
      },
    }),
}

const mailboxFlags = (say: Words) =>
  ({
    account: required(say.flags.account, 'ADDRESS'),
    protocol: mailProtocol(say),
    folder: optional(say.flags.folder, 'NAME'),
    passwordStdin: toggle(say.flags.passwordStdin),
  }) as const

const count = ({ flags, usage }: Words) =>
  ({
    kind: 'parsed',
    default: '20',
    brief: flags.limit,
    placeholder: 'N',
    parse: (input: string) => {
      if (/^[1-9]\d{0,14}$/.test(input)) return Number(input)
      throw new Error(usage.notACount(input))
    },
  }) as const
