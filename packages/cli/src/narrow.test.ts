/** Whatever is shown fits the terminal, from 20 columns to 200, in both languages. */
import { startMicrosoft } from '@sparekey/mock-servers'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { describe, expect, it } from 'vitest'
import { commands } from './command-line/commands.ts'
import { main } from './main.ts'
import { width } from './render/width.ts'

const address = 'hanako@hotmail.com'

/** What a terminal of so many columns shows, both streams together. */
async function shownAt(columns: number, args: readonly string[]): Promise<string[]> {
  let shown = ''
  const terminal = { isTTY: true, columns, write: (text: string | Uint8Array) => (shown += String(text)) }
  await main(args, {
    stdin: { isTTY: false } as NodeJS.ReadStream,
    stdout: terminal,
    stderr: terminal as never,
    env: { HOME: '/nonexistent', NO_COLOR: '1' },
    systemLocale: () => 'en',
    untilStopped: () => new Promise(() => undefined),
  })
  return shown.split(/\r\u001b\[K|\n/)
}

const inBoth = (args: readonly string[]) => ['en', 'ja'].map((lang) => [...args, '--lang', lang])
const tooWide = (lines: readonly string[], columns: number) => lines.filter((line) => width(line) > columns)
const widths = [20, 21, 24, 27, 30, 35, 40, 47, 50, 59, 60, 65, 72, 79, 80, 81, 99, 100, 120, 160, 200]

describe.each(widths)('at %i columns', (columns) => {
  it.each(
    [
      [],
      ...Object.keys(commands).map((name) => [name, '--help']),
      ['settings', address],
      ['settings', address, '--as-of', '2021-05-01'],
      ['explain', 'app-password-needed'],
      ['explain', 'settings-differ'],
      ['settings', 'someone'],
      ['check', '--nonsense'],
      ['settings', 'hanako@hotmial.com', '--servers', '/nowhere/map.json'],
    ].flatMap(inBoth),
  )('no line of %j %j %j %j %j is wider', async (...args) => {
    const lines = await shownAt(columns, args)
    expect(tooWide(lines, columns)).toEqual([])
    if (args.includes('ja')) expect(lines.filter((line) => /[（「(]$|^ *[。、）」]/.test(line))).toEqual([])
  })
})

describe('a check', () => {
  it('fits at every width', async () => {
    await using folder = await temporaryFolder()
    await using microsoft = await startMicrosoft({ asOf: '2026-11-30', accounts: [{ address, password: 'x' }] })
    const servers = await folder.write('servers.json', microsoft.servers)
    const using = ['--using', 'pop3=pop3.live.com:110/none/spa/no-auth/user=hanako']
    for (const args of inBoth(['check', address, ...using, '--servers', servers])) {
      for (const columns of widths) {
        const lines = await shownAt(columns, args)
        expect([columns, tooWide(lines, columns)]).toEqual([columns, []])
        if (args.includes('ja')) expect(lines.filter((line) => /[（「(]$|^ *[。、）」]/.test(line))).toEqual([])
      }
    }
  })
})

describe('the story', () => {
  it.each(inBoth(['demo']))('fits a narrow terminal: %s %s %s', async (...args) => {
    const lines = await shownAt(24, args)
    expect(lines.length).toBeGreaterThan(100)
    expect(tooWide(lines, 24)).toEqual([])
  })
})
