/** Help pages, wrapped to the terminal: the overview, and one page for each command, made from the same table as the parser. */
import type { Command } from '@stricli/core'
import type { CliContext } from './commands.ts'
import { globalFlags } from './globals.ts'
import type { CommandName, Messages } from '../words/messages.ts'
import type { Output } from '../run/output.ts'
import { pad, width, wrap } from '../render/width.ts'

/** Each carries a server map: with one, nothing real is ever contacted. `demo`, `explain` and `mock` need none. */
const examples: Record<CommandName, readonly string[]> = {
  settings: ['sparekey settings hanako@hotmail.com --servers servers.json'],
  check: [
    'sparekey check hanako@hotmail.com --servers servers.json',
    'sparekey check hanako@hotmail.com --no-sign-in --servers servers.json',
    'sparekey check hanako@hotmail.com --using imap=imap-mail.outlook.com:143/none/spa --servers servers.json',
  ],
  explain: ['sparekey explain app-password-needed'],
  send: [
    'sparekey send --from hanako@hotmail.com --to taro@live.com --subject Hello --text "Good morning" --servers servers.json',
    'sparekey send --from hanako@hotmail.com --to taro@live.com --eml message.eml --servers servers.json',
  ],
  list: ['sparekey list --account hanako@hotmail.com --servers servers.json'],
  read: [
    'sparekey read 1 --account hanako@hotmail.com --servers servers.json',
    'sparekey read 1 --account hanako@hotmail.com --raw --servers servers.json > message.eml',
  ],
  login: [
    'sparekey login hanako@hotmail.com --servers servers.json',
    'sparekey login hanako@hotmail.com --oauth browser --servers servers.json',
    'sparekey login hanako@hotmail.com --app-password --servers servers.json',
  ],
  logout: ['sparekey logout hanako@hotmail.com --servers servers.json'],
  accounts: ['sparekey accounts --servers servers.json'],
  token: ['sparekey token hanako@hotmail.com --servers servers.json'],
  mock: ['sparekey mock --write servers.json', 'sparekey mock --port imap=40993 --port pop3=40995 --as-of now'],
  demo: ['sparekey demo'],
}

const overviewExamples = [...examples.demo, examples.mock[0]!, examples.settings[0]!, examples.check[0]!]

type Row = { term: string; text: string }

export function renderOverview(say: Messages, out: Output): string[] {
  const { help } = say
  const commands = Object.entries(say.commands).map(([term, { brief }]) => ({ term, text: brief }))
  return [
    ...wrap(help.tagline, out.columns),
    ...section(help.usage, [`  sparekey ${help.anyCommand} ${help.anyFlags}`], out),
    ...section(help.commands, rows(commands, out), out),
    ...section(help.globalFlags, rows(globalRows(say), out), out),
    ...section(help.examples, commandLines(overviewExamples), out),
    '',
    ...wrap(help.more, out.columns),
  ]
}

export function renderCommandHelp(
  name: CommandName,
  command: Command<CliContext>,
  say: Messages,
  out: Output,
): string[] {
  const { help } = say
  const { positional, flags = {} } = command.parameters
  const given = positional?.kind === 'tuple' ? positional.parameters : []
  const argumentRows = given.map(({ placeholder = '', brief }) => ({ term: placeholder, text: brief }))
  const usage = ['sparekey', name, ...argumentRows.map(({ term }) => term), help.anyFlags].join(' ')
  const flagRows = Object.entries(flags).map(([key, flag]) => flagRow(key, flag, help))
  return [
    ...say.commands[name].description.flatMap((paragraph) => wrap(paragraph, out.columns)),
    ...section(help.usage, [`  ${usage}`], out),
    ...section(help.arguments, rows(argumentRows, out), out),
    ...section(help.flags, rows(flagRows, out), out),
    ...section(help.globalFlags, rows(globalRows(say), out), out),
    ...section(help.examples, commandLines(examples[name]), out),
  ]
}

type Flag = NonNullable<Command<CliContext>['parameters']['flags']>[string]

function flagRow(key: string, flag: Flag, help: Messages['help']): Row {
  const name = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const term = flag.kind === 'boolean' ? name : `${name} ${flag.placeholder ?? ''}`.trimEnd()
  const remarks = []
  const preset = 'default' in flag ? flag.default : undefined
  if (typeof preset === 'string') remarks.push(help.defaultIs(preset))
  if ('variadic' in flag && flag.variadic) remarks.push(help.repeatable)
  if (!flag.optional && preset === undefined) remarks.push(help.required)
  return { term, text: remarks.length === 0 ? flag.brief : help.withRemarks(flag.brief, remarks) }
}

function globalRows(say: Messages): Row[] {
  return globalFlags.map(({ name, alias, placeholder }) => ({
    term: [alias === undefined ? name : `${alias}, ${name}`, placeholder].filter(Boolean).join(' '),
    text: say.globals[name],
  }))
}

function section(title: string, lines: readonly string[], out: Output): string[] {
  return lines.length === 0 ? [] : ['', out.style.bold(title), ...lines]
}

/** Two columns; where they would be too narrow, the text stands under its term. */
function rows(list: readonly Row[], out: Output): string[] {
  const termColumns = Math.max(0, ...list.map(({ term }) => width(term)))
  const textColumns = out.columns - termColumns - 4
  if (textColumns < 32)
    return list.flatMap(({ term, text }) => [`  ${term}`, ...indent(wrap(text, out.columns - 6), 6)])
  return list.flatMap(({ term, text }) =>
    wrap(text, textColumns).map((line, index) => `  ${pad(index === 0 ? term : '', termColumns)}  ${line}`.trimEnd()),
  )
}

function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => ' '.repeat(columns) + line)
}

/** Not wrapped, so that they can be copied. */
function commandLines(lines: readonly string[]): string[] {
  return lines.map((line) => `  $ ${line}`)
}
