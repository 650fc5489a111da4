/** Accounts and their secrets, in a home without a keyring: what is kept, where, and what others may not do to it. */
import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { giveAway } from '../testing/give-away.ts'
import { Accounts } from './accounts.ts'

const address = 'hanako@hotmail.com'
const oauth = { signIn: 'oauth', cloud: 'global', tenant: 'consumers', clientId: 'x' } as const
const about = { address, kind: 'personal', since: '2026-11-22T00:00:00.000Z' } as const

async function home() {
  const folder = await temporaryFolder()
  const env = { HOME: folder.path, XDG_STATE_HOME: join(folder.path, 'state') }
  return { ...folder, state: join(env.XDG_STATE_HOME, 'sparekey'), at: (ca?: string) => new Accounts(env, { ca }) }
}

describe('an account', () => {
  it('is found by its own name, whatever its case, and its secret with it', async () => {
    await using folder = await home()
    const kept = await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    const found = await folder.at().get('Hanako@Hotmail.com')
    expect(found).toEqual(kept)
    expect(await folder.at().secretOf(found)).toBe('M.C5_1')
    expect(await readFile(join(folder.state, 'accounts.json'), 'utf8')).not.toContain('M.C5_1')
  })

  it('that is not there is missed by name', async () => {
    await using folder = await home()
    expect(await folder.at().find(address)).toBeUndefined()
    await expect(folder.at().get(address)).rejects.toMatchObject({ code: 'account-missing', details: { address } })
    expect(await readdir(folder.path)).toEqual([])
  })

  it('belongs to the authority of its servers', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'real', 'file')
    await folder.at('one').keep({ ...about, ...oauth }, 'of one', 'file')
    expect(await folder.at('other').list()).toEqual([])
    expect(await folder.at().secretOf(await folder.at().get(address))).toBe('real')
    expect(await folder.at('one').secretOf(await folder.at('one').get(address))).toBe('of one')
    await folder.at('one').forget(await folder.at('one').get(address))
    expect(await folder.at().list()).toHaveLength(1)
  })

  it('that signs in another way keeps nothing of the first', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, signIn: 'app-password' }, 'abcdefghijklmnop', 'file')
    await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    expect(await folder.at().list()).toMatchObject([{ address, signIn: 'oauth' }])
    expect(await readdir(join(folder.state, 'secrets'))).toHaveLength(1)
  })

  it('is forgotten with its secret', async () => {
    await using folder = await home()
    await folder.at().forget(await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file'))
    expect(await folder.at().list()).toEqual([])
    expect(await readdir(join(folder.state, 'secrets'))).toEqual([])
    expect(await readdir(join(folder.state, 'locks'))).toEqual([])
  })

  it('whose secret is gone has to sign in again', async () => {
    await using folder = await home()
    const account = await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    const [secret = ''] = await readdir(join(folder.state, 'secrets'))
    await writeFile(join(folder.state, 'secrets', secret), '')
    await expect(folder.at().secretOf(account)).rejects.toMatchObject({ code: 'store-damaged' })
    await folder.at().forget(account)
    await expect(folder.at().secretOf(account)).rejects.toMatchObject({ code: 'account-missing' })
  })

  it('is not lost when many sign in at once', async () => {
    await using folder = await home()
    const names = Array.from({ length: 8 }, (_, index) => `a${index}@hotmail.com`)
    await Promise.all(
      names.map((name) => folder.at().keep({ ...about, ...oauth, address: name }, `of ${name}`, 'file')),
    )
    const list = await folder.at().list()
    expect(list.map(({ address }) => address).toSorted()).toEqual(names)
    for (const account of list) expect(await folder.at().secretOf(account)).toBe(`of ${account.address}`)
  })
})

describe('the register', () => {
  it.each(['{', '[]', '{"version":2,"accounts":[]}', '{"version":1,"accounts":[{"address":"x"}]}'])(
    'is refused when it is damaged: %s',
    async (text) => {
      await using folder = await home()
      const account = await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
      await writeFile(join(folder.state, 'accounts.json'), text)
      await expect(folder.at().list()).rejects.toMatchObject({ code: 'store-damaged' })
      await expect(folder.at().forget(account)).rejects.toMatchObject({ code: 'store-damaged' })
      expect(await readFile(join(folder.state, 'accounts.json'), 'utf8')).toBe(text)
    },
  )

  it('is refused when others could write it', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    await chmod(join(folder.state, 'accounts.json'), 0o660)
    await expect(folder.at().find(address)).rejects.toMatchObject({ code: 'store-not-private' })
  })
})

describe('what is kept', () => {
  it('is its owner’s alone, every file and folder of it', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    const [secret = ''] = await readdir(join(folder.state, 'secrets'))
    const paths = ['.', 'accounts.json', 'locks', 'secrets', join('secrets', secret)]
    const modes = await Promise.all(paths.map(async (path) => (await stat(join(folder.state, path))).mode & 0o777))
    expect(modes.map((mode) => mode.toString(8))).toEqual(['700', '600', '700', '700', '600'])
  })

  it('is not believed when the register is somebody else’s', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    await giveAway(join(folder.state, 'accounts.json'))
    await expect(folder.at().find(address)).rejects.toMatchObject({ code: 'store-not-private' })
  })

  it('is not used when the secret is somebody else’s', async () => {
    await using folder = await home()
    const account = await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    const [secret = ''] = await readdir(join(folder.state, 'secrets'))
    await giveAway(join(folder.state, 'secrets', secret))
    await expect(folder.at().secretOf(account)).rejects.toMatchObject({ code: 'store-not-private' })
  })
})

describe('the vault', () => {
  it('gives core the sign-ins with Microsoft, and keeps the next refresh token where the last one was', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, ...oauth }, 'M.C5_1', 'file')
    const vault = folder.at().vault()
    const signIn = await vault.withLock(address, () => vault.read(address))
    expect(signIn).toEqual({
      username: address,
      cloud: 'global',
      tenant: 'consumers',
      clientId: 'x',
      refreshToken: 'M.C5_1',
    })
    await vault.write(address, { ...signIn!, refreshToken: 'M.C5_2' })
    expect(await folder.at().secretOf(await folder.at().get(address))).toBe('M.C5_2')
    expect(await readdir(join(folder.state, 'secrets'))).toHaveLength(1)
  })

  it('never gives out a password as a token', async () => {
    await using folder = await home()
    await folder.at().keep({ ...about, signIn: 'app-password' }, 'abcdefghijklmnop', 'file')
    expect(await folder.at().vault().read(address)).toBeUndefined()
  })
})
