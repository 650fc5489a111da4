/** What docs/reference says of the command, held against the command. */
import { codeIn, namesIn, referencePage } from '@sparekey/testkit/reference'
import { describe, expect, it } from 'vitest'
import { exitCodes, signalExitCodes } from './failure/exit-codes.ts'
import { runMain } from './testing/run-main.ts'

describe('the reference', () => {
  it('lists every command', async () => {
    const { stdout } = await runMain(['--help'])
    expect(await namesIn('command-line', 'Commands')).toEqual(named(stdout, 'Commands', /^ {2}(\w+)/gm))
  })

  it('lists every flag that all commands take', async () => {
    const { stdout } = await runMain(['--help'])
    const flags = named(stdout, 'Flags of every command', /^ {2}(?:-\w, )?(--[\w-]+)/gm)
    expect(await flagsIn('Flags of every command')).toEqual(flags)
  })

  it('lists every flag of every command', async () => {
    const headings = [...(await referencePage('command-line')).matchAll(/^### (.+)$/gm)].map(([, heading]) => heading!)
    for (const command of await namesIn('command-line', 'Commands')) {
      const { stdout } = await runMain([command, '--help'])
      const flags = named(stdout, 'Flags', /^ {2}(--[\w-]+)/gm)
      const heading = headings.find((words) => words.split(' and ').includes(command))
      const others = { list: ['--raw'], read: ['--limit'] }[command] ?? []
      const listed = heading === undefined ? [] : (await flagsIn(heading)).filter((flag) => !others.includes(flag))
      expect([command, listed.toSorted()]).toEqual([command, flags.toSorted()])
    }
  })

  it('lists every exit code with the errors that lead to it', async () => {
    const rows = [...(await referencePage('exit-codes')).matchAll(/^\| (\d+) \|[^|]*\|(.*)\|$/gm)]
    const listed = rows.flatMap(([, code, cell]) => codeIn(cell!).map((word) => [word, Number(code)]))
    expect(Object.fromEntries(listed)).toEqual(exitCodes)
    const numbers = [...Object.values(exitCodes), ...Object.values(signalExitCodes)]
    expect(rows.map(([, code]) => Number(code))).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  })
})

/** What one section of a help page names. */
function named(help: string, heading: string, pattern: RegExp): string[] {
  const section = help.split('\n\n').find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(pattern)].map(([, name]) => name!)
}

async function flagsIn(heading: string): Promise<string[]> {
  return (await namesIn('command-line', heading)).filter((name) => name.startsWith('--'))
}
