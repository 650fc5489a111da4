/** What is kept of a sign-in or an app password, and what becomes of it. */
import { chmod, readFile, utimes, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { hanako, openTerminal } from '../support/terminal.ts'
import { accountsOf, onlySecret } from '../support/kept.ts'

const { address } = hanako

// Each has a home and a mock of its own, and mostly waits for a device's turn to ask.
test.concurrent('a kept sign-in that others could read is refused before anything is sent', async () => {
  await using terminal = await openTerminal()
  await terminal.login()
  const path = await onlySecret(terminal)
  await chmod(path, 0o644)
  const before = terminal.microsoft.signIns.length
  const { code, stderr } = await terminal.run(['list', '--account', address])
  expect(code).toBe(65)
  expect(stderr).toContain('chmod 600')
  expect(terminal.microsoft.signIns).toHaveLength(before)
  await chmod(path, 0o600)
  expect((await terminal.run(['list', '--account', address])).code).toBe(0)
})

test.concurrent('a kept sign-in that was cut in half is refused by Microsoft, and stays as it is', async () => {
  await using terminal = await openTerminal()
  await terminal.login()
  const path = await onlySecret(terminal)
  const kept = JSON.parse(await readFile(path, 'utf8')) as { secret: string }
  const half = kept.secret.slice(0, kept.secret.length / 2)
  await writeFile(path, JSON.stringify({ ...kept, secret: half }))
  const { code, stderr, stdout } = await terminal.run(['token', address, '--verbose'])
  expect({ code, stdout }).toEqual({ code: 77, stdout: '' })
  expect(stderr).toContain('sparekey login')
  expect(stderr).not.toContain(half)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ secret: half })
})

test.concurrent('a kept sign-in ends with the password it was made with', async () => {
  await using terminal = await openTerminal()
  await terminal.login()
  terminal.microsoft.accounts.get(address).password = 'a new one'
  const { code, stderr } = await terminal.run(['list', '--account', address])
  expect(code).toBe(77)
  expect(stderr).toContain('sparekey login')
})

test.concurrent('a kept sign-in is made and used at a mock that has been running for hours', async () => {
  await using terminal = await openTerminal()
  terminal.microsoft.clock.set('2026-11-22T05:00:00Z')
  const hoursAgo = new Date(Date.now() - 5 * 3_600_000)
  await utimes(terminal.servers, hoursAgo, hoursAgo)
  expect((await terminal.login()).code).toBe(0)
  expect((await terminal.run(['list', '--account', address])).code).toBe(0)
})

test.concurrent('a kept sign-in survives a clock that was moved backwards', async () => {
  await using terminal = await openTerminal()
  await terminal.login()
  terminal.microsoft.clock.set('2026-11-20')
  await terminal.refreshMap()
  expect((await terminal.run(['list', '--account', address])).code).toBe(0)
})

test.concurrent('an app password is kept once a server has let it in, and used from then on', async () => {
  await using terminal = await openTerminal({ asOf: '2021-05-01' })
  const account = terminal.microsoft.accounts.get(address)
  account.twoStep = true
  const login = ['login', address, '--password-stdin', '--store', 'file']
  const wrong = await terminal.run([...login, '--app-password'], { stdin: 'abcdefghijklmnop\n' })
  expect(wrong.code).toBe(77)
  expect(wrong.stderr).toContain('app-password-wrong')
  expect(await accountsOf(terminal)).toEqual([])

  const { password } = account.createAppPassword('sparekey')
  const right = await terminal.run(login, { stdin: `${password.replace(/.{4}/g, '$& ')}\n` })
  expect(right.code).toBe(0)
  expect(await accountsOf(terminal)).toMatchObject([{ address, signIn: 'app-password' }])
  expect((await terminal.run(['check', address])).code).toBe(0)
  expect((await terminal.run(['list', '--account', address, '--protocol', 'pop3'])).code).toBe(0)
  expect((await terminal.run(['token', address])).code).toBe(78)

  terminal.microsoft.clock.set('2026-11-22')
  await terminal.refreshMap()
  const today = await terminal.run(['check', address, '--json'])
  expect(today.code).toBe(1)
  expect(JSON.parse(today.stdout)).toMatchObject({ finding: { code: 'basic-auth-retired' } })
  expect((await terminal.login()).code).toBe(0)
  expect(await accountsOf(terminal)).toMatchObject([{ address, signIn: 'oauth' }])
  await onlySecret(terminal)
})

test.concurrent('an app password cannot be kept where none works any more, which is said before it is sent', async () => {
  await using terminal = await openTerminal()
  const { code, stderr } = await terminal.run(['login', address, '--app-password', '--password-stdin'], {
    stdin: 'abcdefghijklmnop\n',
  })
  expect(code).toBe(77)
  expect(stderr).toContain('basic-auth-retired')
  expect(terminal.microsoft.signIns).toEqual([])
})
