import { command, type CommandSpec } from '../../flags/command.ts'
import { date, noArguments, optional } from '../../flags/flags.ts'
import { parseHost, parsePort } from './places.ts'

export const mockCommand: CommandSpec = {
  examples: [
    'sparekey mock --write servers.json',
    'sparekey check hanako@hotmail.com --servers servers.json',
    'sparekey mock --port imap=40993 --port pop3=40995 --as-of now',
  ],
  in: (say) => {
    const { commands, flags, usage } = say
    const host = (brief: string, placeholder: string) =>
      ({ kind: 'parsed', brief, placeholder, parse: (input: string) => parseHost(input, usage) }) as const
    return command({
      docs: commands.mock,
      load: async () => (await import('./mock.ts')).mock,
      parameters: {
        positional: noArguments,
        flags: {
          config: optional(flags.config, 'FILE'),
          asOf: date(flags.mockAsOf, say, 'now'),
          host: { ...host(flags.host, 'ADDRESS'), default: '127.0.0.1' },
          port: {
            kind: 'parsed',
            optional: true,
            variadic: true,
            brief: flags.port,
            placeholder: 'NAME=N',
            parse: (input: string) => parsePort(input, usage),
          },
          write: optional(flags.write, 'FILE'),
          advertise: { ...host(flags.advertise, 'HOST'), optional: true, variadic: true },
          allowHost: { ...host(flags.allowHost, 'NAME'), optional: true, variadic: true },
        },
      },
    })
  },
}
