import { spawnSync } from 'node:child_process'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
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
    ['that nobody signed', ''],
  ])('%s that was not touched for long is broken', async (_, text) => {
    await using folder = await temporaryFolder()
    const path = await folder.write('a.lock', text)
    await expect(withLock(path, async () => 'done', { waitMs: 0 })).rejects.toMatchObject({ code: 'store-busy' })
    await utimes(path, hourAgo, hourAgo)
    expect(await withLock(path, async () => 'done', { waitMs: 0 })).toBe('done')
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
