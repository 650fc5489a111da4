import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
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

  it.each([0o640, 0o604, 0o620, 0o602, 0o644])('is refused when others have rights to it (%o)', async (mode) => {
    await using folder = await temporaryFolder()
    const path = await folder.write('secret.json', 'known', mode)
    await expect(readPrivateFile(path)).rejects.toMatchObject({ code: 'store-not-private', details: { path } })
  })

  it('may be readable to others where only writing is forbidden', async () => {
    await using folder = await temporaryFolder()
    expect(await readPrivateFile(await folder.write('config.json', 'open', 0o644), 0o022)).toBe('open')
    const path = await folder.write('other.json', 'open', 0o664)
    await expect(readPrivateFile(path, 0o022)).rejects.toMatchObject({ code: 'store-not-private' })
  })

  it('is not put where others could replace it', async () => {
    await using folder = await temporaryFolder()
    await chmod(folder.path, 0o770)
    const path = join(folder.path, 'secret.json')
    await expect(writePrivateFile(path, 'one')).rejects.toMatchObject({
      code: 'store-not-private',
      details: { path: folder.path },
    })
    expect(await readdir(folder.path)).toEqual([])
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
