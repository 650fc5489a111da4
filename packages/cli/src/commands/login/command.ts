import { storeKinds } from '../../accounts/store.ts'
import { command, type CommandSpec } from '../../flags/command.ts'
import { argument, optional, toggle } from '../../flags/flags.ts'
import { oauthWays } from './flags.ts'

export const loginCommand: CommandSpec = {
  examples: [
    'sparekey login you@hotmail.com',
    'sparekey login you@hotmail.com --oauth browser',
    'sparekey login you@hotmail.com --app-password',
  ],
  in: (say) =>
    command({
      docs: say.commands.login,
      load: async () => (await import('./login.ts')).login,
      parameters: {
        positional: argument('ADDRESS', say),
        flags: {
          appPassword: toggle(say.flags.appPassword),
          oauth: oneOf(oauthWays, say.flags.oauth),
          clientId: optional(say.flags.clientId, 'ID'),
          passwordStdin: toggle(say.flags.appPasswordStdin),
          store: oneOf(storeKinds, say.flags.store),
        },
      },
    }),
}

const oneOf = <const Value extends string>(values: readonly Value[], brief: string) =>
  ({ kind: 'enum', values, optional: true, brief, placeholder: values.join('|') }) as const
