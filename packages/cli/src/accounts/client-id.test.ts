import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { giveAway } from '../testing/give-away.ts'
import { clientIdFor } from './client-id.ts'

async function places(config?: unknown, mode = 0o600) {
  const folder = await temporaryFolder()
  await mkdir(join(folder.path, 'config'), { mode: 0o700 })
  if (config !== undefined) await folder.write(join('config', 'config.json'), config, mode)
  return { ...folder, places: { config: join(folder.path, 'config'), state: join(folder.path, 'state') } }
}

describe('clientIdFor', () => {
  it.each<[string, { flag?: string; env?: string; map?: string }, string]>([
    ['the flag', { flag: 'a', env: 'b', map: 'c' }, 'a'],
    ['the environment', { env: 'b', map: 'c' }, 'b'],
    ['the server map', { env: '', map: 'c' }, 'c'],
    ['the configuration', {}, 'd'],
  ])('takes that of %s', async (_, { flag, env, map }, id) => {
    await using folder = await places({ clientId: 'd' })
    const sources = { flag, env: { SPAREKEY_CLIENT_ID: env }, map, places: folder.places }
    expect(await clientIdFor(sources)).toBe(id)
  })

  it('has none of its own, and names the file that one could stand in', async () => {
    await using folder = await places()
    const missing = clientIdFor({ flag: undefined, env: {}, map: undefined, places: folder.places })
    const path = join(folder.places.config, 'config.json')
    await expect(missing).rejects.toMatchObject({ code: 'client-id-missing', details: { path } })
  })

  it.each(['', 'a b', '../x', 'x'.repeat(101), '\u001b[31m'])('refuses %j', async (flag) => {
    await using folder = await places({ clientId: 'd' })
    const refused = clientIdFor({ flag, env: {}, map: undefined, places: folder.places })
    await expect(refused).rejects.toMatchObject({ code: 'bad-client-id' })
  })

  it.each([
    ['{', [{ path: '$', code: 'not-json' }]],
    ['[]', [{ path: '$', code: 'not-an-object' }]],
    [{ clientid: 'x' }, [{ path: '$.clientid', code: 'unknown-key' }]],
    [
      { clientId: 7, colour: 'x' },
      [
        { path: '$.clientId', code: 'not-a-client-id' },
        { path: '$.colour', code: 'unknown-key' },
      ],
    ],
  ])('finds every mistake in the configuration %j', async (config, mistakes) => {
    await using folder = await places(config)
    const refused = clientIdFor({ flag: undefined, env: {}, map: undefined, places: folder.places })
    await expect(refused).rejects.toMatchObject({ code: 'bad-config', details: { mistakes } })
  })

  it('takes one of 100 characters', async () => {
    await using folder = await places()
    const flag = 'x'.repeat(100)
    expect(await clientIdFor({ flag, env: {}, map: undefined, places: folder.places })).toBe(flag)
  })

  it.each([0o400, 0o600, 0o604, 0o644])('takes a configuration that others can only read (%o)', async (mode) => {
    await using folder = await places({ clientId: 'd' }, mode)
    expect(await clientIdFor({ flag: undefined, env: {}, map: undefined, places: folder.places })).toBe('d')
  })

  it.each([0o602, 0o620, 0o622, 0o660, 0o666])('takes no configuration that others can write (%o)', async (mode) => {
    await using folder = await places({ clientId: 'd' }, mode)
    const refused = clientIdFor({ flag: undefined, env: {}, map: undefined, places: folder.places })
    await expect(refused).rejects.toMatchObject({ code: 'store-not-private' })
  })

  it('takes no configuration of somebody else’s', async () => {
    await using folder = await places({ clientId: 'd' }, 0o644)
    await giveAway(join(folder.places.config, 'config.json'))
    const refused = clientIdFor({ flag: undefined, env: {}, map: undefined, places: folder.places })
    await expect(refused).rejects.toMatchObject({ code: 'store-not-private' })
  })
})
