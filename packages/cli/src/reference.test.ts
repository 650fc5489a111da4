/** What docs/reference says of the command, held against the command. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exitCodes, signalExitCodes } from './failure/exit-codes.ts'
import { runMain } from './testing/run-main.ts'

describe('the reference', () => {
  it('lists every command', async () => {
    const { stdout } = await runMain(['--help'])
    expect(firstCells('Commands').map((cell) => /\w+/.exec(cell)![0])).toEqual(
      named(stdout, 'Commands', /^ {2}(\w+)/gm),
    )
  })

  it('lists every flag that all commands take', async () => {
    const { stdout } = await runMain(['--help'])
    const flags = named(stdout, 'Flags of every command', /^ {2}(?:-\w, )?(--[\w-]+)/gm)
    expect(flagsIn('Flags of every command')).toEqual(flags)
  })

  it('lists every flag of every command', async () => {
    const commands = firstCells('Commands').map((cell) => /\w+/.exec(cell)![0])
    for (const command of commands) {
      const { stdout } = await runMain([command, '--help'])
      const flags = named(stdout, 'Flags', /^ {2}(--[\w-]+)/gm)
      const heading = headings().find((words) => words.split(' and ').includes(command))
      const others = { list: ['--raw'], read: ['--limit'] }[command] ?? []
      const listed = heading === undefined ? [] : flagsIn(heading).filter((flag) => !others.includes(flag))
      expect([command, listed.toSorted()]).toEqual([command, flags.toSorted()])
    }
  })

  it('lists every exit code with the errors that lead to it', () => {
    const rows = [...page('exit-codes').matchAll(/^\| (\d+) \|[^|]*\|(.*)\|$/gm)]
    const listed = rows.flatMap(([, code, cell]) => words(cell!).map((word) => [word, Number(code)]))
    expect(Object.fromEntries(listed)).toEqual(exitCodes)
    const numbers = [...Object.values(exitCodes), ...Object.values(signalExitCodes)]
    expect(rows.map(([, code]) => Number(code))).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  })
})

/** What stands in one section of a help page. */
function named(help: string, heading: string, pattern: RegExp): string[] {
  const section = help.split('\n\n').find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(pattern)].map(([, name]) => name!)
}

function page(name: string): string {
  return readFileSync(new URL(`../../../docs/reference/${name}.md`, import.meta.url), 'utf8')
}

function headings(): string[] {
  return [...page('command-line').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading!)
}

/** The first column of the table under a heading, from the first row on. */
function firstCells(heading: string): string[] {
  const [section] = page('command-line')
    .split(new RegExp(`^##+ ${heading}\n`, 'm'))[1]!
    .split(/^##/m)
  return [...section!.matchAll(/^\| (`(?:[^|]|\\\|)+) \|/gm)].map(([, cell]) => cell!)
}

function flagsIn(heading: string): string[] {
  return firstCells(heading).flatMap((cell) => words(cell).filter((word) => word.startsWith('--')))
}

/** What begins in code type. */
function words(cell: string): string[] {
  return [...cell.matchAll(/`([\w-]+)[^`]*`/g)].map(([, word]) => word!)
}
