/** login as one program meets it; as a process, e2e plays it. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { fakeKeyring } from '../../testing/fake-keyring.ts'
import { hanako, mockedCommand, password } from '../../testing/mock.ts'

vi.mock('@napi-rs/keyring', () => import('../../testing/fake-keyring.ts'))

const today = { asOf: '2026-11-22' }

// Each has a home and a mock of its own, and mostly waits for a device's turn to ask.
describe.concurrent('login', () => {
  it('gives programs what it gives people, and no secret', async () => {
    await using mock = await mockedCommand(today)
    const { code, stdout, stderr } = await mock.login(['--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      address: hanako,
      account: 'personal',
      signIn: 'oauth',
      store: 'file',
      since: expect.stringMatching(/^2026-11-22T/),
      cloud: 'global',
      tenant: 'consumers',
      clientId: mock.microsoft.servers.clientId,
      verified: true,
    })
    expect(stdout + stderr).not.toMatch(/EwB|M\.C5/)
  })

  it.each([
    ['en', 'enter this code', 'is signed in with Microsoft'],
    ['ja', '次のコードを入力してください', 'Microsoft にサインインしました'],
  ])('shows the code on standard error even if it is to be quiet, in %s', async (lang, code, done) => {
    await using mock = await mockedCommand(today)
    const { stdout, stderr } = await mock.login(['--quiet', '--lang', lang])
    expect(stderr).toContain(mock.microsoft.servers.open['https://www.microsoft.com/link'])
    expect(stderr).toContain(code)
    expect(stderr).not.toMatch(/on any device|別の端末/) // the mock's page is on this machine
    expect(stdout).toContain(done)
  })

  it('finds out that it cannot keep a sign-in before it asks for one', async () => {
    await using mock = await mockedCommand(today)
    const state = join(mock.folder.path, 'home', '.local', 'state', 'sparekey')
    await mkdir(state, { recursive: true, mode: 0o700 })
    await writeFile(join(state, 'locks'), '') // stands for a store that cannot be written
    const { code, stderr } = await mock.login()
    expect(code).toBe(73)
    expect(stderr).not.toContain('enter this code')
    const withPassword = await mock.run(['login', hanako, '--app-password', '--store', 'file'], 'x')
    expect(withPassword.code).not.toBe(0)
    expect(mock.microsoft.signIns).toEqual([])
  })

  it('leaves nothing of the trial behind', async () => {
    await using mock = await mockedCommand(today)
    await mock.login()
    const state = join(mock.folder.path, 'home', '.local', 'state', 'sparekey')
    expect(await readdir(join(state, 'secrets'))).toHaveLength(1)
    expect((await readdir(state)).toSorted()).toEqual(['accounts.json', 'locks', 'secrets'])
  })

  it('keeps an account that IMAP does not let in, and says so', async () => {
    const accounts = [{ address: hanako, password: 'x', protocols: { imap: false } }]
    await using mock = await mockedCommand({ ...today, accounts })
    const { code, stdout } = await mock.login()
    expect(code).toBe(0)
    expect(stdout).toMatch(/But the mail server did not let it in/)
    expect(JSON.parse((await mock.login(['--json'])).stdout)).toMatchObject({
      verified: false,
      finding: { code: 'mailbox-not-connected' },
    })
    expect(JSON.parse((await mock.run(['accounts', '--json'])).stdout)).toMatchObject({
      accounts: [{ address: hanako }],
    })
  })

  it('warns of a normal password, which opens more than the mailbox', async () => {
    await using mock = await mockedCommand({ accounts: [{ address: hanako, password: 'correct horse' }] })
    const { code, stderr } = await mock.run(['login', hanako, '--store', 'file'], 'correct horse')
    expect(code).toBe(0)
    expect(stderr).toContain('normal password')
  })

  it('does not tell who signs in to sign in, where there is nobody to ask: 64', async () => {
    await using mock = await mockedCommand()
    const { code, stderr } = await mock.run(['login', hanako, '--app-password', '--no-input', '--quiet'])
    expect(code).toBe(64)
    expect(stderr).toMatch(/no terminal to ask on.*--password-stdin/)
    expect(stderr).not.toContain('sparekey login')
  })

  it('tells where a password would still do, and does as it is told', async () => {
    const yuki = 'yuki@contoso.example'
    const accounts = [{ address: yuki, password: 'correct horse', kind: 'work' as const }]
    await using mock = await mockedCommand({ ...today, accounts })
    const { code, stderr } = await mock.run(['login', yuki, '--app-password', '--store', 'file'], 'correct horse')
    expect(code).toBe(0)
    expect(stderr).toContain('a password opens SMTP only')
    expect(mock.microsoft.signIns.map(({ protocol, outcome }) => `${protocol} ${outcome}`)).toEqual(['smtp accepted'])
  })
})

// The keyring's stand-in is one for all: these go one after the other.
describe('login without --store', () => {
  it('says that the secret is in a file where no keyring answers, unless that was asked for', async () => {
    await using mock = await mockedCommand({ asOf: '2021-05-01' })
    const account = mock.microsoft.accounts.get(hanako)
    account.twoStep = true
    const { password } = account.createAppPassword('x')
    fakeKeyring.broken = true
    for (const [store, inFile] of [
      [[], true],
      [['--store', 'file'], false],
    ] as const) {
      const { code, stderr } = await mock.run(['login', hanako, ...store], password)
      expect({ code, inFile: stderr.includes('No keyring answers here') }).toEqual({ code: 0, inFile })
    }
    const { code, stderr } = await mock.run(['login', hanako, '--store', 'keyring'], password)
    expect(code).toBe(69)
    expect(stderr).toContain('--store file')
  })

  it('keeps the secret in the keyring where there is one, and nowhere else', async () => {
    await using mock = await mockedCommand()
    fakeKeyring.broken = false
    const { code, stderr } = await mock.run(['login', hanako], password)
    expect({ code, inFile: stderr.includes('No keyring') }).toEqual({ code: 0, inFile: false })
    expect([...fakeKeyring.entries.values()]).toContain(password)
    expect(await readdir(join(mock.folder.path, 'home/.local/state/sparekey'))).not.toContain('secrets')
    expect((await mock.run(['list', '--account', hanako])).code).toBe(0)
    expect((await mock.run(['logout', hanako])).code).toBe(0)
    expect([...fakeKeyring.entries.values()]).not.toContain(password)
  })
})
