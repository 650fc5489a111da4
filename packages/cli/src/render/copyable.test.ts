import { execFileSync } from 'node:child_process'
import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { outputOf } from '../testing/output.ts'
import { toCopy } from './copyable.ts'
import { shellWord } from './next-steps.ts'
import { plainLine } from './plain.ts'
import { width } from './width.ts'

const argument = fc.oneof(hostileText, fc.stringMatching(/^[a-z@./=-]{1,60}$/)).map(plainLine)

it('a command that goes on over several lines is for a shell what it was', () => {
  fc.assert(
    fc.property(
      fc.array(argument, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 20, max: 80 }),
      (args, columns) => {
        const command = String.raw`printf %s\\0 ${args.map(shellWord).join(' ')}`
        const lines = toCopy({ text: '', command }, '     ', outputOf(columns))
        const typed = lines.join('\n').replace(/^ *\$ /, '')
        expect(execFileSync('sh', ['-c', typed], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(args)
      },
    ),
    { numRuns: 60 },
  )
})

it('what stands in double quotes goes on too, with every space and escape', () => {
  const said = String.raw`535 5.7.139  Authentication \\ unsuccessful, \"basic\"   authentication is disabled`
  for (let columns = 20; columns <= 80; columns++) {
    const lines = toCopy({ text: '', command: `printf %s "${said}"` }, '  ', outputOf(columns))
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
    const typed = lines.join('\n').replace(/^ *\$ /, '')
    const meant = said.replaceAll(/\\(.)/g, '$1')
    expect(execFileSync('sh', ['-c', typed], { encoding: 'utf8' })).toBe(meant)
  }
})

it('a command and the address of a page fit the terminal, and stand on one line where there is none', () => {
  const url = 'https://account.live.com/proofs/manage/additional'
  const command = 'sparekey check hanako@hotmail.com --servers /home/hanako/mail/servers.json'
  for (let columns = 20; columns <= 120; columns++) {
    const lines = toCopy({ text: '', url, command }, '     ', outputOf(columns))
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
    expect(lines.join('').replaceAll(' ', '')).toContain(url)
  }
  const open = { ...outputOf(20), copyColumns: Number.POSITIVE_INFINITY }
  expect(toCopy({ text: '', url, command }, '  ', open)).toEqual([`  ${url}`, `  $ ${command}`])
})
