/** What is told of servers that take no password, or do not answer. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { hanako, mockedCommand, password } from '../testing/mock.ts'
import { runMain } from '../testing/run-main.ts'

describe('a server that offers no way to sign in with a password', () => {
  it.each([
    ['en', /no longer takes passwords/, /so none is sent/],
    ['ja', /パスワードでのサインインは廃止されました/, /パスワードは送りません/],
  ])('gets none, and list says what is left to do, in %s: 77', async (lang, why, unsent) => {
    await using mock = await mockedCommand({ asOf: '2026-11-22' })
    const args = ['list', '--account', hanako, '--lang', lang]
    const { code, stderr } = await mock.run(args, password)
    expect(code).toBe(77)
    expect(stderr).toMatch(why)
    expect(stderr).toMatch(unsent)
    expect(stderr).toContain(`sparekey login ${hanako} --servers ${mock.servers}`)
    const { error } = JSON.parse((await mock.run([...args, '--json'], password)).stdout) as { error: object }
    expect(error).toMatchObject({ code: 'basic-auth-retired' })
    expect(error).not.toHaveProperty('reply')
  })
})

describe('a server that does not answer', () => {
  it.each([[['list', '--account', hanako]], [['send', '--from', hanako, '--to', hanako, '--text', 'x']]])(
    'ends %j, and the next steps name the address and the map, for people and programs',
    async (args) => {
      await using folder = await temporaryFolder()
      const nobody = '127.0.0.1:1'
      const connect = { 'imap-mail.outlook.com:993': nobody, 'smtp-mail.outlook.com:587': nobody }
      const servers = await folder.write('servers.json', { version: 1, asOf: '2021-05-01', connect })
      const all = [...args, '--password-stdin', '--servers', servers]
      const command = `sparekey settings ${hanako} --servers ${servers}`
      const told = await runMain(all, { stdin: 'secret\n' })
      expect(told.stderr).toMatch(new RegExp(`^→ .* ${command}$`, 'm'))
      const json = await runMain([...all, '--json'], { stdin: 'secret\n' })
      const step = { text: expect.any(String), command }
      expect(JSON.parse(json.stdout)).toMatchObject({ error: { nextSteps: expect.arrayContaining([step]) } })
    },
  )
})
