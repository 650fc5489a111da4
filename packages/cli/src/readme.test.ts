/** The READMEs' examples, run one after the other against a mock: they work, and reach nothing real. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { hanako, mockedCommand, password } from './testing/mock.ts'

const signsIn = new Set(['check', 'send', 'list', 'read'])

/** The words of a shell line, quotes taken off. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

async function examples(file: string): Promise<string[][]> {
  const text = await readFile(new URL(`../${file}`, import.meta.url), 'utf8')
  const lines = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block]) => block!.trim().split('\n'))
  return lines.filter((line) => line.startsWith('sparekey ')).map((line) => words(line).slice(1))
}

describe.each(['README.md', 'README.ja.md'])('%s', (file) => {
  it('names the server map in every command that goes to a server', async () => {
    const commands = await examples(file)
    expect(commands.length).toBeGreaterThan(8)
    const reaching = commands.filter(([name]) => name === 'settings' || signsIn.has(name!))
    for (const args of reaching) expect(args.join(' ')).toContain('--servers servers.json')
  })

  it('has examples that work', async () => {
    await using mock = await mockedCommand()
    const commands = (await examples(file)).filter(([name]) => name !== 'demo' && name !== 'mock')
    for (const args of commands) {
      const bare = args.filter((word) => word !== '--servers' && word !== 'servers.json')
      const { code, stderr } = await mock.run(bare, signsIn.has(args[0]!) ? password : undefined)
      const differs = args.includes('--using')
      expect([args, code, stderr.includes('✗')]).toEqual([args, differs ? 1 : 0, false])
    }
    expect(mock.microsoft.signIns.every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(mock.microsoft.accounts.get(hanako).twoStep).toBe(false)
  })
})
