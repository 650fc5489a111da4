import { describe, expect, it } from 'vitest'
import { exitCodes } from '../failure/exit-codes.ts'
import { runMain as run } from '../testing/run-main.ts'

describe('help', () => {
  const commands = 'settings check explain send list read login logout accounts token mock demo'.split(' ')

  it.each(['en', 'ja'])('of every command stands on standard output, in %s', async (lang) => {
    for (const args of [['--help'], [], ...commands.map((name) => [name, '--help'])]) {
      const { code, stdout, stderr } = await run([...args, '--lang', lang])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain(lang === 'en' ? 'Usage' : '使い方')
      expect(stdout).toContain('--servers FILE')
      expect(stdout.split('\n').some((line) => line.startsWith('  $ sparekey '))).toBe(true)
    }
  })

  it('advertises nothing that does not work yet', async () => {
    const all = await Promise.all(['', ...commands].map((name) => run([name, '--help'].filter(Boolean))))
    const text = all.map(({ stdout }) => stdout).join('\n')
    for (const later of ['completion', '--state']) {
      expect(text).not.toContain(later)
    }
  })

  it('begins with plain examples, of which each is understood', async () => {
    expect((await run(['--help'])).stdout).toMatch(/\n\nExamples\n {2}\$ sparekey check you@hotmail\.com\n/)
    for (const name of ['settings', 'check', 'send', 'list', 'read', 'login', 'logout', 'accounts', 'token']) {
      const { stdout } = await run([name, '--help'])
      expect(stdout).toMatch(/^[^]+?\n\nExamples\n[^]+\n\nUsage\n/)
      const examples = [...stdout.matchAll(/^ {2}\$ sparekey (.*?)(?: > .*)?$/gm)].map(([, line]) => line!)
      expect(examples[0]).not.toContain('--servers')
      for (const example of examples) {
        // With a map that is not there, nothing real is reached, and nothing but the map is wrong.
        const args = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
        const { code, stderr } = await run([...args, '--servers', '/nowhere/map.json'])
        expect([example, code, stderr]).toEqual([example, 66, expect.stringContaining('/nowhere/map.json')])
      }
    }
  })

  it('tells what the exit codes mean, and where everything is told', async () => {
    const { stdout } = await run(['--help'])
    const listed = [...stdout.split('\nExit codes\n')[1]!.matchAll(/^ {2}(\d+) {2}/gm)].map(([, code]) => Number(code))
    expect(listed.length).toBeGreaterThan(5)
    expect(Object.values(exitCodes)).toEqual(expect.arrayContaining(listed))
    for (const args of [['--help'], ['check', '--help']]) {
      expect((await run(args)).stdout).toMatch(/Exit codes[^]+\nDocumentation: README\.md/)
    }
  })

  it('is the same for who asks for it by a command', async () => {
    for (const asked of [[], ['check']]) {
      expect(await run(['help', ...asked])).toEqual(await run([...asked, '--help']))
    }
    expect((await run(['help', 'chek'])).code).toBe(64)
  })

  it('is JSON for who asks for JSON', async () => {
    expect(JSON.parse((await run(['check', '--help', '--json'])).stdout)).toMatchObject({ schemaVersion: 1 })
    expect(JSON.parse((await run(['--version', '--json'])).stdout)).toMatchObject({ version: expect.any(String) })
  })
})
