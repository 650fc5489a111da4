import { spawnSync } from 'node:child_process'
import { chmod, link, mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { giveAway } from '../testing/give-away.ts'
import { withLock } from './lock.ts'

const holder = (pid: number, host = hostname()) => JSON.stringify({ pid, host, id: 'x' })
const hourAgo = new Date(Date.now() - 3_600_000)

describe('a lock', () => {
  it('lets one work at a time, and is gone afterwards', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'locks', 'a.lock')
    const counter = join(folder.path, 'counter')
    await writeFile(counter, '0')
    await Promise.all(
      Array.from({ length: 20 }, () =>
        withLock(path, async () => writeFile(counter, String(Number(await readFile(counter, 'utf8')) + 1))),
      ),
    )
    expect(await readFile(counter, 'utf8')).toBe('20')
    expect(await readdir(join(folder.path, 'locks'))).toEqual([])
  })

  it('is given back when the work fails', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'a.lock')
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(path, async () => 'done', { waitMs: 0 })).toBe('done')
  })

  it('is readable to its owner alone, and names its holder', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'a.lock')
    await withLock(path, async () => {
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() })
    })
  })

  it('that is another’s by then is not taken from them', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'a.lock')
    const other = holder(process.pid)
    // As if this one had slept for so long that its lock was broken, and taken.
    await withLock(path, () => writeFile(path, other))
    expect(await readFile(path, 'utf8')).toBe(other)
    await expect(withLock(path, async () => 'done', { waitMs: 0 })).rejects.toMatchObject({ code: 'store-busy' })
  })

  it('that is gone by then is missed by nobody', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'a.lock')
    await withLock(path, () => rm(path))
    expect(await readdir(folder.path)).toEqual([])
  })

  it.each([
    ['others can write', (path: string) => chmod(path, 0o770)],
    ['is somebody else’s', giveAway],
  ])('is not taken in a folder that %s', async (_, spoil) => {
    await using folder = await temporaryFolder()
    await spoil(folder.path)
    const work = vi.fn()
    await expect(withLock(join(folder.path, 'a.lock'), work)).rejects.toMatchObject({ code: 'store-not-private' })
    expect(work).not.toHaveBeenCalled()
  })

  it('is waited for only so long', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('a.lock', holder(process.pid))
    await expect(withLock(path, async () => 'done', { waitMs: 0 })).rejects.toMatchObject({ code: 'store-busy' })
    expect(await readFile(path, 'utf8')).toBe(holder(process.pid))
  })

  it('of a process that is gone is broken', async () => {
    await using folder = await temporaryFolder()
    const { pid } = spawnSync(process.execPath, ['--version'])
    const path = await folder.write('a.lock', holder(pid))
    expect(await withLock(path, async () => 'done', { waitMs: 0 })).toBe('done')
    expect(await readdir(folder.path)).toEqual([])
  })

  it.each([
    ['of a living process', holder(process.pid)],
    ['of another machine', holder(1, 'elsewhere.example')],
  ])('%s that was not touched for long is broken', async (_, text) => {
    await using folder = await temporaryFolder()
    const path = await folder.write('a.lock', text)
    await expect(withLock(path, async () => 'done', { waitMs: 0 })).rejects.toMatchObject({ code: 'store-busy' })
    await utimes(path, hourAgo, hourAgo)
    expect(await withLock(path, async () => 'done', { waitMs: 0 })).toBe('done')
  })

  it('that nobody has signed, as a kill may leave it, is soon broken', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('a.lock', '')
    await expect(withLock(path, async () => 'done', { waitMs: 0 })).rejects.toMatchObject({ code: 'store-busy' })
    const someSecondsAgo = new Date(Date.now() - 6_000)
    await utimes(path, someSecondsAgo, someSecondsAgo)
    await mkdir(`${path}.break`) // of one that was killed while it broke the lock
    await utimes(`${path}.break`, someSecondsAgo, someSecondsAgo)
    expect(await withLock(path, async () => 'done')).toBe('done')
    expect(await readdir(folder.path)).toEqual([])
  })

  it('that could not be written whole, as on a full disk, is none', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'a.lock')
    const full = {
      link,
      writeFile: (async (to: string) => {
        await writeFile(to, '')
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      }) as typeof writeFile,
    }
    await expect(withLock(path, async () => 'done', { disk: full })).rejects.toMatchObject({ code: 'output-failed' })
    expect(await readdir(folder.path)).toEqual([])
  })

  it('is taken by one at a time also where there are no links', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'a.lock')
    const refuse = () => Promise.reject(Object.assign(new Error('no'), { code: 'EPERM' }))
    const disk = { link: refuse, writeFile }
    await withLock(
      path,
      async () => {
        expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid })
        const second = withLock(path, async () => 'done', { disk, waitMs: 0 })
        await expect(second).rejects.toMatchObject({ code: 'store-busy' })
      },
      { disk },
    )
  })

  it('that is waited for says so, once', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('a.lock', holder(process.pid))
    const onWait = vi.fn(() => void rm(path))
    expect(await withLock(path, async () => 'done', { onWait, silentMs: 0 })).toBe('done')
    expect(onWait.mock.calls).toEqual([[path]])
  })

  it('that many find stale is broken by one of them', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('a.lock', holder(process.pid))
    await utimes(path, hourAgo, hourAgo)
    let working = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 20 }, () =>
        withLock(path, async () => {
          most = Math.max(most, ++working)
          await readdir(folder.path)
          working--
        }),
      ),
    )
    expect(most).toBe(1)
  })
})
