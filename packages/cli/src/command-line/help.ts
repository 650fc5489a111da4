/** Help pages, wrapped to the terminal: the overview, and one page for each command, made from the same table as the parser. */
import type { Command } from '@stricli/core'
import type { CliContext } from '../flags/command.ts'
import { commands } from './commands.ts'
import { globalFlags } from './globals.ts'
import type { CommandName } from '../words/commands.ts'
import type { Words } from '../words/words.ts'
import { commandLines } from '../render/copyable.ts'
import type { Page } from '../render/style.ts'
import { pad, width } from '../render/width.ts'
import { wrap } from '../render/wrap.ts'

const overviewExamples = [commands.check, commands.settings, commands.explain, commands.demo].map(
  ({ examples }) => examples[0],
)

type Row = { term: string; text: string }

export function renderOverview(say: Words, page: Page): string[] {
  const { help } = say
  const list = Object.entries(say.commands).map(([term, { brief }]) => ({ term, text: brief }))
  return [
    ...wrap(help.tagline, page.columns),
    ...section(help.examples, examples(overviewExamples, page), page),
    ...section(help.usage, usage([help.anyCommand, help.anyFlags], page), page),
    ...section(help.commands, rows(list, page), page),
    ...section(help.globalFlags, rows(globalRows(say), page), page),
    ...section(help.exitCodes, rows(exitRows(say), page), page),
    '',
    ...[help.more, help.documents].flatMap((text) => wrap(text, page.columns)),
  ]
}

export function renderCommandHelp(name: CommandName, say: Words, page: Page): string[] {
  const { help } = say
  const { positional, flags = {} } = commands[name].in(say).parameters
  const several = positional?.kind === 'array' ? [positional.parameter] : []
  const given = positional?.kind === 'tuple' ? positional.parameters : several
  const argumentRows = given.map(({ placeholder = '', brief }) => ({
    term: several.length > 0 ? `${placeholder}…` : placeholder,
    text: brief,
  }))
  const flagRows = Object.entries(flags).map(([key, flag]) => flagRow(key, flag, help))
  return [
    ...say.commands[name].description.flatMap((paragraph) => wrap(paragraph, page.columns)),
    ...section(help.examples, examples(commands[name].examples, page), page),
    ...section(help.usage, usage([name, ...argumentRows.map(({ term }) => term), help.anyFlags], page), page),
    ...section(help.arguments, rows(argumentRows, page), page),
    ...section(help.flags, rows(flagRows, page), page),
    ...section(help.globalFlags, rows(globalRows(say), page), page),
    '',
    ...[help.moreCodes, help.documents].flatMap((text) => wrap(text, page.columns)),
  ]
}

type Flag = NonNullable<Command<CliContext>['parameters']['flags']>[string]

/** `asOf` as it is typed: `as-of`. */
export function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function flagRow(key: string, flag: Flag, help: Words['help']): Row {
  const name = `--${kebab(key)}`
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

/** The codes that a script may want to tell apart; docs/reference/exit-codes.md has all of them. */
function exitRows({ help }: Words): Row[] {
  return Object.entries(help.exits).map(([term, text]) => ({ term, text }))
}

function section(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0 ? [] : ['', ...wrap(title, page.columns).map(page.style.bold), ...lines]
}

/** Two columns; where they would be too narrow, the text stands under its term. */
function rows(list: readonly Row[], page: Page): string[] {
  const termColumns = Math.max(0, ...list.map(({ term }) => width(term)))
  const textColumns = page.columns - termColumns - 4
  if (textColumns < 32) {
    return list.flatMap(({ term, text }) => [
      ...indent(wrap(term, page.columns - 2), 2),
      ...indent(wrap(text, page.columns - 6), 6),
    ])
  }
  return list.flatMap(({ term, text }) =>
    wrap(text, textColumns).map((line, index) => `  ${pad(index === 0 ? term : '', termColumns)}  ${line}`.trimEnd()),
  )
}

function usage(words: readonly string[], page: Page): string[] {
  return wrap(['sparekey', ...words].join(' '), page.columns - 4).map(
    (line, index) => `${index === 0 ? '  ' : '    '}${line}`,
  )
}

function examples(lines: readonly string[], { copyColumns }: Page): string[] {
  return lines.flatMap((line) => commandLines(line, '  ', copyColumns))
}

function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => ' '.repeat(columns) + line)
}
