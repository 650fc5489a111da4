/** What a person is told of all that was found: nothing is kept back, and each page is where the run can open it. */
import { describe, expect, it } from 'vitest'
import { hanako, mockedCommand, password } from '../../testing/mock.ts'

const wrongPop3 = ['--using', 'pop3=pop3.live.com:995/tls/user=hanako']

describe('besides wrong settings', () => {
  it.each([
    ['en', /Also found[^]*(certain, IMAP)/],
    ['ja', /ほかに見つかったこと[^]*パスワードでのサインインは廃止されました/],
  ])('it is said that passwords are retired, and what to do, in %s', async (lang, told) => {
    await using mock = await mockedCommand({ asOf: '2026-11-30' })
    const { code, stdout } = await mock.run(['check', hanako, ...wrongPop3, '--no-sign-in', '--lang', lang])
    expect(code).toBe(1)
    expect(stdout).toMatch(told)
    expect(stdout).toContain(`sparekey explain basic-auth-retired --servers ${mock.servers}`)
    expect(stdout).toContain(`sparekey login ${hanako} --servers ${mock.servers}`)
  })

  it('it is said that an app password is needed, with the protocols that say so', async () => {
    await using mock = await mockedCommand()
    mock.microsoft.accounts.get(hanako).twoStep = true
    const { stdout } = await mock.run(['check', hanako, ...wrongPop3], password)
    expect(stdout).toMatch(
      /Also found\n• The password was refused: most likely an app password is needed \(IMAP,\s+SMTP\)\n/,
    )
  })

  it('programs get all of it too', async () => {
    await using mock = await mockedCommand()
    mock.microsoft.accounts.get(hanako).twoStep = true
    const { stdout } = await mock.run(['check', hanako, ...wrongPop3, '--json'], password)
    expect(JSON.parse(stdout)).toMatchObject({
      finding: { code: 'settings-differ', protocols: ['pop3'] },
      alsoFound: [{ code: 'app-password-needed', protocols: ['imap', 'smtp'], title: expect.any(String) }],
    })
  })
})

describe('what has been said', () => {
  it('is not said again of another protocol', async () => {
    await using mock = await mockedCommand()
    mock.microsoft.accounts.get(hanako).twoStep = true
    const { stdout } = await mock.run(['check', hanako], password)
    expect(stdout).not.toContain('Also found')
    expect(stdout.match(/proofs\/AppPassword/g)).toHaveLength(1)
  })
})

describe('a server’s list of what it can do', () => {
  it('is shown to who asks for it, and to nobody else', async () => {
    await using mock = await mockedCommand({ asOf: '2026-11-30' })
    const args = ['check', hanako, '--protocol', 'imap']
    expect((await mock.run(args)).stdout).not.toContain('CAPABILITY')
    expect((await mock.run([...args, '--verbose'])).stdout).toContain('CAPABILITY')
  })
})

describe('with a server map', () => {
  it.each(['en', 'ja'])('whose mock is gone, the mock is what is missing, in %s', async (lang) => {
    await using mock = await mockedCommand()
    await mock.microsoft.close()
    for (const args of [
      ['check', hanako],
      ['list', '--account', hanako],
      ['login', hanako, '--oauth', 'device'],
    ]) {
      const secret = args[0] === 'login' ? undefined : password
      const { code, stdout, stderr } = await mock.run([...args, '--lang', lang], secret)
      expect([args[0], code]).toEqual([args[0], args[0] === 'check' ? 1 : 69])
      expect(stdout + stderr).toContain('mock-not-running')
      expect(stdout + stderr).toContain(`sparekey mock --write ${mock.servers}`)
      expect(stdout + stderr).not.toMatch(/another network|別の回線/)
    }
  })

  it.each([['check'], ['explain']])('%s sends nobody to a real page', async (command) => {
    await using mock = await mockedCommand()
    mock.microsoft.accounts.get(hanako).twoStep = true
    const given = command === 'check' ? hanako : 'app-password-needed'
    const { stdout } = await mock.run([command, given], command === 'check' ? password : undefined)
    expect(stdout).not.toContain('https://')
    const { open } = mock.microsoft.servers
    expect(stdout).toContain(open['https://account.live.com/proofs/AppPassword'])
    expect(stdout).toContain(open['https://account.microsoft.com/security'])
  })
})
