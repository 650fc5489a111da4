/**
 * The commands and the shape of their flags: what the help shows and what the parser accepts, one table. Global flags are
 * not here (`globals.ts`).
 */
import { isIP } from 'node:net'
import { buildCommand, type Command, type TypedCommandParameters } from '@stricli/core'
import type { Context } from '../run/context.ts'
import { oauthWays, storeKinds } from '../commands/login/choices.ts'
import type { CommandName, Messages } from '../words/messages.ts'

export type CliContext = Context & { readonly process: { stdout: Sink; stderr: Sink } }
type Sink = { write: (text: string) => void }

/** Stricli gives a command its context as `this`; ours are plain functions, loaded when they run. */
function command<Flags extends Readonly<Record<string, unknown>>, Given extends readonly string[]>(definition: {
  docs: { readonly brief: string }
  load: () => Promise<(context: Context, flags: Flags, ...given: Given) => Promise<void>>
  parameters: NoInfer<TypedCommandParameters<Flags, Given, CliContext>>
}): Command<CliContext> {
  const { docs, load, parameters } = definition
  return buildCommand<Flags, Given, CliContext>({
    docs,
    parameters,
    loader: async () => {
      const run = await load()
      return function (flags, ...given) {
        return run(this, flags, ...given)
      }
    },
  })
}

export function commandsIn(say: Messages): Record<CommandName, Command<CliContext>> {
  const { flags, commands } = say
  const text = (input: string) => input
  const argument = (placeholder: keyof Messages['arguments']) =>
    ({
      kind: 'tuple',
      parameters: [{ brief: say.arguments[placeholder], placeholder, parse: text }],
    }) as const
  const noArguments = { kind: 'tuple', parameters: [] } as const
  const optional = (brief: string, placeholder: string) =>
    ({ kind: 'parsed', parse: text, optional: true, brief, placeholder }) as const
  const repeatable = (brief: string, placeholder: string) =>
    ({ kind: 'parsed', parse: text, optional: true, variadic: true, brief, placeholder }) as const
  const host = (brief: string, placeholder: string) =>
    ({ kind: 'parsed', brief, placeholder, parse: (input: string) => parseHost(input, say.usage) }) as const
  const toggle = (brief: string) => ({ kind: 'boolean', brief, default: false, withNegated: false }) as const
  const date = (brief: string, ...words: readonly string[]) =>
    ({
      kind: 'parsed',
      optional: true,
      brief,
      placeholder: 'DATE',
      parse: (input: string) => {
        if (words.includes(input) || isDay(input)) return input
        throw new Error(say.usage.notADate(input))
      },
    }) as const
  const protocols = {
    kind: 'enum',
    values: ['pop3', 'imap', 'smtp'],
    optional: true,
    variadic: true,
    brief: flags.protocol,
    placeholder: 'PROTOCOL',
  } as const
  const mailbox = {
    account: { kind: 'parsed', parse: text, brief: flags.account, placeholder: 'ADDRESS' },
    protocol: {
      kind: 'enum',
      values: ['imap', 'pop3'],
      default: 'imap',
      brief: flags.mailProtocol,
      placeholder: 'PROTOCOL',
    },
    folder: optional(flags.folder, 'NAME'),
    passwordStdin: toggle(flags.passwordStdin),
  } as const

  return {
    settings: command({
      docs: commands.settings,
      load: async () => (await import('../commands/settings/settings.ts')).settings,
      parameters: {
        positional: argument('ADDRESS'),
        flags: { protocol: protocols, asOf: date(flags.asOf) },
      },
    }),
    check: command({
      docs: commands.check,
      load: async () => (await import('../commands/check/check.ts')).check,
      parameters: {
        positional: argument('ADDRESS'),
        flags: {
          protocol: protocols,
          using: repeatable(flags.using, 'SETTINGS'),
          passwordStdin: toggle(flags.passwordStdin),
          noSignIn: toggle(flags.noSignIn),
          asOf: date(flags.asOf),
        },
      },
    }),
    explain: command({
      docs: commands.explain,
      load: async () => (await import('../commands/explain/explain.ts')).explain,
      parameters: { positional: argument('CODE'), flags: {} },
    }),
    send: command({
      docs: commands.send,
      load: async () => (await import('../commands/send/send.ts')).send,
      parameters: {
        positional: noArguments,
        flags: {
          from: { kind: 'parsed', parse: text, brief: flags.from, placeholder: 'ADDRESS' },
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
    list: command({
      docs: commands.list,
      load: async () => (await import('../commands/mail/list.ts')).list,
      parameters: {
        positional: noArguments,
        flags: {
          ...mailbox,
          limit: {
            kind: 'parsed',
            default: '20',
            brief: flags.limit,
            placeholder: 'N',
            parse: (input: string) => {
              if (/^[1-9]\d{0,14}$/.test(input)) return Number(input)
              throw new Error(say.usage.notACount(input))
            },
          },
        },
      },
    }),
    read: command({
      docs: commands.read,
      load: async () => (await import('../commands/mail/read.ts')).read,
      parameters: { positional: argument('UID'), flags: { ...mailbox, raw: toggle(flags.raw) } },
    }),
    login: command({
      docs: commands.login,
      load: async () => (await import('../commands/login/login.ts')).login,
      parameters: {
        positional: argument('ADDRESS'),
        flags: {
          appPassword: toggle(flags.appPassword),
          oauth: {
            kind: 'enum',
            values: oauthWays,
            optional: true,
            brief: flags.oauth,
            placeholder: oauthWays.join('|'),
          },
          clientId: optional(flags.clientId, 'ID'),
          passwordStdin: toggle(flags.appPasswordStdin),
          store: {
            kind: 'enum',
            values: storeKinds,
            optional: true,
            brief: flags.store,
            placeholder: storeKinds.join('|'),
          },
        },
      },
    }),
    logout: command({
      docs: commands.logout,
      load: async () => (await import('../commands/accounts/logout.ts')).logout,
      parameters: { positional: argument('ADDRESS'), flags: {} },
    }),
    accounts: command({
      docs: commands.accounts,
      load: async () => (await import('../commands/accounts/accounts.ts')).accounts,
      parameters: { positional: noArguments, flags: {} },
    }),
    token: command({
      docs: commands.token,
      load: async () => (await import('../commands/accounts/token.ts')).token,
      parameters: { positional: argument('ADDRESS'), flags: {} },
    }),
    mock: command({
      docs: commands.mock,
      load: async () => (await import('../commands/mock/mock.ts')).mock,
      parameters: {
        positional: noArguments,
        flags: {
          config: optional(flags.config, 'FILE'),
          asOf: date(flags.mockAsOf, 'now'),
          host: { ...host(flags.host, 'ADDRESS'), default: '127.0.0.1' },
          port: {
            kind: 'parsed',
            optional: true,
            variadic: true,
            brief: flags.port,
            placeholder: 'NAME=N',
            parse: (input: string) => parsePort(input, say.usage),
          },
          write: optional(flags.write, 'FILE'),
          advertise: { ...host(flags.advertise, 'HOST'), optional: true, variadic: true },
          allowHost: { ...host(flags.allowHost, 'NAME'), optional: true, variadic: true },
        },
      },
    }),
    demo: command({
      docs: commands.demo,
      load: async () => (await import('../commands/demo/demo.ts')).demo,
      parameters: { positional: noArguments, flags: {} },
    }),
  }
}

const portNames = ['pop3', 'imap', 'smtp', 'http', 'https'] as const
export type PortName = (typeof portNames)[number]

function parsePort(input: string, usage: Messages['usage']): { name: PortName; port: number } {
  const [, given, digits] = /^([^=]*)=(\d{1,5})$/.exec(input) ?? []
  if (given === undefined || Number(digits) > 65_535) throw new Error(usage.notAPort(input))
  const name = portNames.find((known) => known === given)
  if (name === undefined) throw new Error(usage.noPortName(given))
  return { name, port: Number(digits) }
}

/** A name as it stands in a certificate and a Host field, or an IP address; containers have names with `_` in them. */
function parseHost(input: string, usage: Messages['usage']): string {
  if (isIP(input) === 0 && !/^\w[\w-]*(?:\.\w[\w-]*)*$/.test(input)) throw new Error(usage.notAHost(input))
  return input
}

function isDay(input: string): boolean {
  const instant = new Date(`${input}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(input) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(input)
}
