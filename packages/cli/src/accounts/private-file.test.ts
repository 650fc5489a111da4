import { execFileSync } from 'node:child_process'
import { chmod, mkdir, open, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { giveAway } from '../testing/give-away.ts'
import { readPrivateFile, removePrivateFile, writePrivateFile } from './private-file.ts'

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

describe('a private file', () => {
  it('is made with its directories, for its owner alone, and leaves nothing else behind', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'state', 'sparekey', 'secret.json')
    await writePrivateFile(path, 'one')
    await writePrivateFile(path, 'two')
    expect(await readPrivateFile(path)).toBe('two')
    expect(await modeOf(path)).toBe('600')
    expect(await modeOf(join(folder.path, 'state', 'sparekey'))).toBe('700')
    expect(await readdir(join(folder.path, 'state', 'sparekey'))).toEqual(['secret.json'])
  })

  it('is nothing if it is not there, and can be removed twice', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'state', 'secret.json')
    expect(await readPrivateFile(path)).toBeUndefined()
    await writePrivateFile(path, 'one')
    await removePrivateFile(path)
    await removePrivateFile(path)
    expect(await readPrivateFile(path)).toBeUndefined()
  })

  it.each([0o601, 0o602, 0o604, 0o610, 0o620, 0o640, 0o677])(
    'is refused when others have rights to it (%o)',
    async (mode) => {
      await using folder = await temporaryFolder()
      const path = await folder.write('secret.json', 'known', mode)
      await expect(readPrivateFile(path)).rejects.toMatchObject({ code: 'store-not-private', details: { path } })
    },
  )

  it('may be readable to others where only writing is forbidden', async () => {
    await using folder = await temporaryFolder()
    expect(await readPrivateFile(await folder.write('config.json', 'open', 0o644), 0o022)).toBe('open')
    const path = await folder.write('other.json', 'open', 0o664)
    await expect(readPrivateFile(path, 0o022)).rejects.toMatchObject({ code: 'store-not-private' })
  })

  it.each([0o400, 0o600, 0o700])('is read when only its owner has rights to it (%o)', async (mode) => {
    await using folder = await temporaryFolder()
    expect(await readPrivateFile(await folder.write('secret.json', 'known', mode))).toBe('known')
  })

  it.each([
    ['a secret', 0o600, undefined],
    ['a secret that nobody can write', 0o400, undefined],
    ['a configuration that anybody may read', 0o644, 0o022],
  ])('is refused when it is somebody else’s: %s', async (_, mode, forbidden) => {
    await using folder = await temporaryFolder()
    const path = await folder.write('secret.json', 'theirs', mode)
    await giveAway(path)
    await expect(readPrivateFile(path, forbidden)).rejects.toMatchObject({
      code: 'store-not-private',
      details: { path, mend: 'chmod 600' },
    })
  })

  it.each([0o701, 0o702, 0o704, 0o710, 0o720, 0o740, 0o777])(
    'is not put where others could see or replace it (%o)',
    async (mode) => {
      await using folder = await temporaryFolder()
      await chmod(folder.path, mode)
      const path = join(folder.path, 'secret.json')
      await expect(writePrivateFile(path, 'one')).rejects.toMatchObject({
        code: 'store-not-private',
        details: { path: folder.path, mend: 'chmod 700' },
      })
      expect(await readdir(folder.path)).toEqual([])
    },
  )

  it('is not put into a folder of somebody else’s', async () => {
    await using folder = await temporaryFolder()
    await giveAway(folder.path)
    const path = join(folder.path, 'secret.json')
    await expect(writePrivateFile(path, 'one')).rejects.toMatchObject({
      code: 'store-not-private',
      details: { path: folder.path },
    })
    expect(await readdir(folder.path)).toEqual([])
  })

  it('is on disk before it takes the place of what was there', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('secret.json', 'one')
    const done: string[] = []
    const watched: typeof open = async (...args) => {
      const file = await open(...args)
      const [sync, close] = [file.sync.bind(file), file.close.bind(file)]
      return Object.assign(file, {
        sync: async () => {
          done.push(`synced ${await readFile(String(args[0]), 'utf8')}`)
          return sync()
        },
        close: async () => {
          done.push('closed')
          return close()
        },
      })
    }
    await writePrivateFile(path, 'two', {
      open: watched,
      rename: async (from, to) => {
        done.push(`renamed over ${await readFile(String(to), 'utf8')}`)
        return rename(from, to)
      },
    })
    expect(done).toEqual(['synced two', 'closed', 'renamed over one'])
    expect(await readPrivateFile(path)).toBe('two')
  })

  it('stays as it was where it cannot be synced, and nothing is left beside it', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('secret.json', 'one')
    const failing: typeof open = async (...args) =>
      Object.assign(await open(...args), { sync: () => Promise.reject(new Error('the disk is gone')) })
    await expect(writePrivateFile(path, 'two', { open: failing, rename })).rejects.toMatchObject({
      code: 'output-failed',
      details: { path },
    })
    expect(await readPrivateFile(path)).toBe('one')
    expect(await readdir(folder.path)).toEqual(['secret.json'])
  })

  it('replaces a link, not what the link points to', async () => {
    await using folder = await temporaryFolder()
    const foreign = join(folder.path, 'foreign')
    await writeFile(foreign, 'theirs')
    const path = join(folder.path, 'secret.json')
    await symlink(foreign, path)
    await writePrivateFile(path, 'mine')
    expect((await stat(foreign)).size).toBe('theirs'.length)
    expect(await readPrivateFile(path)).toBe('mine')
  })

  it.each([
    ['a directory', (path: string) => mkdir(path)],
    ['a pipe', async (path: string) => void execFileSync('mkfifo', [path])],
    ['a huge file', (path: string) => writeFile(path, Buffer.alloc(2_000_000))],
  ])('that is %s is refused at once', async (_, make) => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'secret.json')
    await make(path)
    await chmod(path, 0o600)
    await expect(readPrivateFile(path)).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})
