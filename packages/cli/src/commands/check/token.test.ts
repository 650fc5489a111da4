/** A token from elsewhere: used, looked into, and never shown. */
import { describe, expect, it } from 'vitest'
import { hanako, mockedCommand, password } from '../../testing/mock.ts'

const taro = 'taro@contoso.example'
const scopes = ['IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send'].map(
  (name) => `https://outlook.office.com/${name}`,
)
const accounts = [
  { address: hanako, password },
  { address: taro, password },
]

type Mock = Awaited<ReturnType<typeof mockedCommand>>
const tokenOf = async ({ microsoft }: Mock, granted: readonly string[]) =>
  (await microsoft.oauth.issue(taro, granted)).accessToken

describe('check --token-stdin', () => {
  it.each(['', 'Bearer '])('signs in with it, behind %j or alone', async (before) => {
    await using mock = await mockedCommand({ accounts, asOf: '2026-11-30' })
    const token = await tokenOf(mock, scopes)
    const { code, stdout } = await mock.hand(['check', taro, '--token-stdin'], `${before}${token} \r\nrest\n`)
    expect(code).toBe(0)
    expect(stdout).toContain('235 2.7.0 Authentication successful')
  })

  it('tells from the token itself what is wrong with it, and shows nothing of it', async () => {
    await using mock = await mockedCommand({ accounts, asOf: '2026-11-30' })
    const token = await tokenOf(mock, scopes.slice(0, 1))
    for (const more of [[], ['--json'], ['--verbose']]) {
      const { code, stdout, stderr } = await mock.hand(['check', taro, '--token-stdin', ...more], `${token}\n`)
      expect(code).toBe(1)
      for (const part of token.split('.')) expect(stdout + stderr).not.toContain(part.slice(0, 12))
      if (more[0] === '--json') expect(JSON.parse(stdout)).toMatchObject({ credential: 'token' })
    }
  })

  it('and a password are two ways of which one is to be chosen', async () => {
    await using mock = await mockedCommand()
    const { code, stderr } = await mock.run(['check', hanako, '--token-stdin'], password)
    expect(code).toBe(64)
    expect(stderr).toContain('--token-stdin')
    expect((await mock.hand(['check', hanako, '--token-stdin'], '\n')).code).toBe(64)
  })
})
