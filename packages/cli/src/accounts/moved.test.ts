/** Accounts on a machine with a keyring: what is left behind when a secret moves, and who waits for whom. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { describe, expect, it, vi } from 'vitest'
import { fakeKeyring } from '../testing/fake-keyring.ts'
import { Accounts } from './accounts.ts'

vi.mock('@napi-rs/keyring', () => import('../testing/fake-keyring.ts'))

const address = 'hanako@hotmail.com'
const oauth = { signIn: 'oauth', cloud: 'global', tenant: 'consumers', clientId: 'x' } as const
const about = { address, kind: 'personal', since: '2026-11-22T00:00:00.000Z' } as const

async function home() {
  fakeKeyring.entries.clear()
  fakeKeyring.broken = false
  const folder = await temporaryFolder()
  const state = join(folder.path, 'state', 'sparekey')
  const env = { HOME: folder.path, XDG_STATE_HOME: join(folder.path, 'state') }
  const files = () => readdir(join(state, 'secrets')).catch(() => [])
  return { ...folder, files, at: (ca?: string) => new Accounts(env, { ca }) }
}

describe('an account that signs in again into another store', () => {
  it('leaves no file when its secret goes into the keyring', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'in a file', 'file')
    expect(await folder.files()).toHaveLength(1)
    const account = await folder.at().keep({ ...about, ...oauth }, 'in the keyring', 'keyring')
    expect([await folder.files(), await folder.at().secretOf(account)]).toEqual([[], 'in the keyring'])
  })

  it('leaves nothing in the keyring when its secret goes into a file', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'in the keyring', undefined)
    expect(fakeKeyring.entries.size).toBe(1)
    const account = await folder.at().keep({ ...about, ...oauth }, 'in a file', 'file')
    expect([fakeKeyring.entries.size, await folder.at().secretOf(account)]).toEqual([0, 'in a file'])
  })

  it('keeps the one secret there is when it stays in its store', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'first', 'keyring')
    const account = await folder.at().keep({ ...about, ...oauth, address: 'Hanako@Hotmail.com' }, 'second', 'keyring')
    expect([[...fakeKeyring.entries.values()], await folder.at().secretOf(account)]).toEqual([['second'], 'second'])
  })
})

describe('the lock of an account', () => {
  it('is one, whatever the case of its name', async () => {
    await using folder = await home()
    let working = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++working)
      await readdir(folder.path)
      working--
    }
    const names = ['hanako@hotmail.com', 'Hanako@Hotmail.com', 'HANAKO@HOTMAIL.COM']
    await Promise.all([...names, ...names].map((name) => folder.at().vault().withLock(name, work)))
    expect(most).toBe(1)
  })

  it('is another one for another account, and for the same name at other servers', async () => {
    await using folder = await home()
    const [real, mock] = [folder.at().vault(), folder.at('an authority').vault()]
    const both = real.withLock(address, () =>
      mock.withLock(address, () => real.withLock('taro@hotmail.com', async () => 'all three')),
    )
    expect(await both).toBe('all three')
  })
})

it('a keyring that does not answer is not waited for longer than a minute', async () => {
  await using folder = await home()
  const timeout = vi.spyOn(AbortSignal, 'timeout')
  await folder.at().keep({ ...about, ...oauth }, 'x', 'keyring')
  expect(timeout.mock.calls).toEqual([[60_000]])
  timeout.mockRestore()
})
