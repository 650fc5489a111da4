/** accounts, logout and token, of an account that is signed in. */
import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hanako, mockedCommand } from '../../testing/mock.ts'

const today = { asOf: '2026-11-22' }

describe.concurrent('token', () => {
  it('gives programs what is known of it as well', async () => {
    await using mock = await mockedCommand(today)
    await mock.login()
    const { code, stdout } = await mock.run(['token', hanako, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      address: hanako,
      accessToken: expect.stringMatching(/^EwB/),
      expiresAt: expect.stringMatching(/^2026-11-22T01:/),
      scopes: expect.arrayContaining(['IMAP.AccessAsUser.All']),
    })
  })
})

describe.concurrent('accounts', () => {
  it.each([
    ['en', 'Nobody is signed in here', 'Microsoft (OAuth 2.0)'],
    ['ja', 'サインインしているアカウントはありません', 'Microsoft（OAuth 2.0）'],
  ])('are listed, in %s', async (lang, none, way) => {
    await using mock = await mockedCommand(today)
    expect((await mock.run(['accounts', '--lang', lang])).stdout).toContain(none)
    await mock.login()
    const { stdout } = await mock.run(['accounts', '--lang', lang])
    expect(stdout).toContain(hanako)
    expect(stdout).toContain(way)
  })

  it('are not read from a folder that others can write', async () => {
    await using mock = await mockedCommand(today)
    await mock.login()
    const state = join(mock.folder.path, 'home/.local/state/sparekey')
    await chmod(join(state, 'accounts.json'), 0o666)
    const { code, stderr } = await mock.run(['list', '--account', hanako])
    expect(code).toBe(65)
    expect(stderr).toContain('chmod 600')
  })
})

describe.concurrent('logout', () => {
  it('leaves no secret, and says what stays valid', async () => {
    await using mock = await mockedCommand(today)
    await mock.login()
    const { code, stdout, stderr } = await mock.run(['logout', hanako])
    expect(code).toBe(0)
    expect(stdout).toContain(`${hanako} is signed out`)
    expect(stderr).toContain('stays valid')
    expect(await readdir(join(mock.folder.path, 'home/.local/state/sparekey/secrets'))).toEqual([])
  })
})
