import { describe, expect, it } from 'vitest'
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
    for (const later of ['completion', '--state', '--for']) {
      expect(text).not.toContain(later)
    }
  })

  it('gives examples that reach nothing real', async () => {
    for (const name of ['settings', 'check', 'send', 'list', 'read', 'login', 'logout', 'accounts', 'token']) {
      const { stdout } = await run([name, '--help'])
      const examples = stdout.split('\n').filter((line) => line.startsWith('  $ '))
      expect(examples.every((line) => line.includes('--servers servers.json'))).toBe(true)
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
