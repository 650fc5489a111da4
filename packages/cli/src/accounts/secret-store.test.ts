import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { fakeKeyring } from '../testing/fake-keyring.ts'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { keepSecret, openStore } from './secret-store.ts'

vi.mock('@napi-rs/keyring', () => import('../testing/fake-keyring.ts'))

async function stage(keyring: { broken: boolean }) {
  fakeKeyring.entries.clear()
  fakeKeyring.options.length = 0
  fakeKeyring.broken = keyring.broken
  const folder = await temporaryFolder()
  return { ...folder, places: { config: join(folder.path, 'config'), state: join(folder.path, 'state') } }
}

const name = 'real oauth hanako@hotmail.com'

describe('a secret', () => {
  it('is kept in the keyring where there is one, and nowhere else', async () => {
    await using folder = await stage({ broken: false })
    expect(await keepSecret(name, 'M.C5_1', { wanted: undefined, places: folder.places })).toBe('keyring')
    expect([...fakeKeyring.entries]).toEqual([[`sparekey/${name}`, 'M.C5_1']])
    expect(await readdir(folder.path)).toEqual([])
    const store = await openStore('keyring', folder.places)
    expect(await store.read(name)).toBe('M.C5_1')
    await store.remove(name)
    expect(await store.read(name)).toBeUndefined()
    expect(fakeKeyring.options).toContainEqual({ linux: { store: 'secret-service' } })
  })

  it('is kept in a file where there is none', async () => {
    await using folder = await stage({ broken: true })
    expect(await keepSecret(name, 'M.C5_1', { wanted: undefined, places: folder.places })).toBe('file')
    const store = await openStore('file', folder.places)
    expect(await store.read(name)).toBe('M.C5_1')
    const [file = ''] = await readdir(join(folder.places.state, 'secrets'))
    expect((await stat(join(folder.places.state, 'secrets', file))).mode & 0o777).toBe(0o600)
    await store.remove(name)
    expect(await store.read(name)).toBeUndefined()
  })

  it('is kept in a file if that is wished, keyring or not', async () => {
    await using folder = await stage({ broken: false })
    expect(await keepSecret(name, 'M.C5_1', { wanted: 'file', places: folder.places })).toBe('file')
    expect(fakeKeyring.entries.size).toBe(0)
  })

  it('is kept nowhere if the keyring was wished and does not answer', async () => {
    await using folder = await stage({ broken: true })
    const kept = keepSecret(name, 'M.C5_1', { wanted: 'keyring', places: folder.places })
    await expect(kept).rejects.toMatchObject({ code: 'keyring-unavailable' })
    expect(await readdir(folder.path)).toEqual([])
  })

  it.each([
    '{',
    'null',
    '"M.C5_1"',
    '{"version":1,"name":"another","secret":"M.C5_1"}',
    '{"version":1}',
    `{"version":2,"name":"${name}","secret":"M.C5_1"}`,
    `{"name":"${name}","secret":"M.C5_1"}`,
    `{"version":1,"name":"${name}","secret":7}`,
  ])('is not read from a damaged file (%s), nor quoted', async (text) => {
    await using folder = await stage({ broken: true })
    await keepSecret(name, 'M.C5_1', { wanted: 'file', places: folder.places })
    const [file = ''] = await readdir(join(folder.places.state, 'secrets'))
    await folder.write(join('state', 'secrets', file), text)
    const error: unknown = await (await openStore('file', folder.places)).read(name).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'store-damaged' })
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('M.C5_1')
  })
})
