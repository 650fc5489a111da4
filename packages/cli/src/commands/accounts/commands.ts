import { command, type CommandSpec } from '../../flags/command.ts'
import { argument, noArguments } from '../../flags/flags.ts'

export const accountsCommand: CommandSpec = {
  examples: ['sparekey accounts'],
  in: (say) =>
    command({
      docs: say.commands.accounts,
      load: async () => (await import('./accounts.ts')).accounts,
      parameters: { positional: noArguments, flags: {} },
    }),
}

export const logoutCommand: CommandSpec = {
  examples: ['sparekey logout you@hotmail.com'],
  in: (say) =>
    command({
      docs: say.commands.logout,
      load: async () => (await import('./logout.ts')).logout,
      parameters: { positional: argument('ADDRESS', say), flags: {} },
    }),
}

export const tokenCommand: CommandSpec = {
  examples: ['sparekey token you@hotmail.com'],
  in: (say) =>
    command({
      docs: say.commands.token,
      load: async () => (await import('./token.ts')).token,
      parameters: { positional: argument('ADDRESS', say), flags: {} },
    }),
}
