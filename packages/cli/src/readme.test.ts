/** The READMEs' examples, run one after the other against a mock: they work, and reach nothing real. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { mockedCommand, password } from './testing/mock.ts'

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
    const reaching = commands.filter(([name = '']) => !['demo', 'explain', 'mock'].includes(name))
    for (const args of reaching) expect(args.join(' ')).toContain('--servers servers.json')
  })

  it('has examples that work, as they stand there, one after the other', async () => {
    await using past = await mockedCommand()
    await using present = await mockedCommand({ asOf: new Date().toISOString() })
    let today = false
    let signedIn = false
    for (const args of (await examples(file)).filter(([name]) => name !== 'demo')) {
      const [name = ''] = args
      if (name === 'mock') {
        today = args.includes('--as-of')
        continue
      }
      const mock = today ? present : past
      const bare = args.filter((word) => word !== '--servers' && word !== 'servers.json')
      const secret = signsIn.has(name) && !today ? password : undefined
      const { code, stderr } = name === 'login' ? await mock.login(bare.slice(2)) : await mock.run(bare, secret)
      if (name === 'login') signedIn = true
      const finds = args.includes('--using') || (name === 'check' && today && !signedIn)
      expect([args, code, stderr.includes('✗')]).toEqual([args, finds ? 1 : 0, false])
    }
    expect(signedIn).toBe(true)
  })
})
