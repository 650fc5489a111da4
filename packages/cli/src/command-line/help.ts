/** Help pages, wrapped to the terminal: the overview, and one page for each command, made from the same table as the parser. */
import type { Command } from '@stricli/core'
import type { CliContext } from '../flags/command.ts'
import { commands } from './commands.ts'
import { globalFlags } from './globals.ts'
import type { CommandName } from '../words/commands.ts'
import type { Words } from '../words/words.ts'
import type { Page } from '../render/style.ts'
import { pad, width, wrap } from '../render/width.ts'

const overviewExamples = [commands.demo, commands.mock, commands.settings, commands.check].map(
  ({ examples }) => examples[0],
)

type Row = { term: string; text: string }

export function renderOverview(say: Words, page: Page): string[] {
  const { help } = say
  const list = Object.entries(say.commands).map(([term, { brief }]) => ({ term, text: brief }))
  return [
    ...wrap(help.tagline, page.columns),
    ...section(help.usage, [`  sparekey ${help.anyCommand} ${help.anyFlags}`], page),
    ...section(help.commands, rows(list, page), page),
    ...section(help.globalFlags, rows(globalRows(say), page), page),
    ...section(help.examples, commandLines(overviewExamples), page),
    '',
    ...wrap(help.more, page.columns),
  ]
}

export function renderCommandHelp(name: CommandName, say: Words, page: Page): string[] {
  const { help } = say
  const { positional, flags = {} } = commands[name].in(say).parameters
  const given = positional?.kind === 'tuple' ? positional.parameters : []
  const argumentRows = given.map(({ placeholder = '', brief }) => ({ term: placeholder, text: brief }))
  const usage = ['sparekey', name, ...argumentRows.map(({ term }) => term), help.anyFlags].join(' ')
  const flagRows = Object.entries(flags).map(([key, flag]) => flagRow(key, flag, help))
  return [
    ...say.commands[name].description.flatMap((paragraph) => wrap(paragraph, page.columns)),
    ...section(help.usage, [`  ${usage}`], page),
    ...section(help.arguments, rows(argumentRows, page), page),
    ...section(help.flags, rows(flagRows, page), page),
    ...section(help.globalFlags, rows(globalRows(say), page), page),
    ...section(help.examples, commandLines(commands[name].examples), page),
  ]
}

type Flag = NonNullable<Command<CliContext>['parameters']['flags']>[string]

function flagRow(key: string, flag: Flag, help: Words['help']): Row {
  const name = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const term = flag.kind === 'boolean' ? name : `${name} ${flag.placeholder ?? ''}`.trimEnd()
  const remarks = []
  const preset = 'default' in flag ? flag.default : undefined
  if (typeof preset === 'string') remarks.push(help.defaultIs(preset))
  if ('variadic' in flag && flag.variadic) remarks.push(help.repeatable)
  if (!flag.optional && preset === undefined) remarks.push(help.required)
  return { term, text: remarks.length === 0 ? flag.brief : help.withRemarks(flag.brief, remarks) }
}

function globalRows(say: Words): Row[] {
  return globalFlags.map(({ name, alias, placeholder }) => ({
    term: [alias === undefined ? name : `${alias}, ${name}`, placeholder].filter(Boolean).join(' '),
    text: say.globals[name],
  }))
}

function section(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0 ? [] : ['', page.style.bold(title), ...lines]
}

/** Two columns; where they would be too narrow, the text stands under its term. */
function rows(list: readonly Row[], page: Page): string[] {
  const termColumns = Math.max(0, ...list.map(({ term }) => width(term)))
  const textColumns = page.columns - termColumns - 4
  if (textColumns < 32)
    return list.flatMap(({ term, text }) => [`  ${term}`, ...indent(wrap(text, page.columns - 6), 6)])
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
