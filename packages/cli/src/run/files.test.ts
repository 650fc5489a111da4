import { execFile, execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { describe, expect, it } from 'vitest'
import { readAll, readInputFile } from './files.ts'

const largest = 157_286_400
const mebibyte = Buffer.alloc(1_048_576)

describe('a file that a person names', () => {
  it('is read byte for byte', async () => {
    await using folder = await temporaryFolder()
    const bytes = Buffer.from([0, 255, 13, 10, 46, 195, 40])
    expect(await readInputFile(await folder.write('message.eml', bytes))).toEqual(bytes)
    expect(await readInputFile(await folder.write('empty.eml', ''))).toEqual(Buffer.alloc(0))
  })

  it('may be a pipe', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'pipe')
    execFileSync('mkfifo', [path])
    const reading = readInputFile(path)
    execFile('sh', ['-c', 'printf "Subject: x" > "$0"', path])
    expect((await reading).toString()).toBe('Subject: x')
  })

  it('is read no further than is enough', async () => {
    let read = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          read++
          yield mebibyte
        }
      })(),
    )
    const start = await readInputFile('-', { stdin: endless, enough: 2 * mebibyte.length })
    expect(start).toHaveLength(2 * mebibyte.length)
    expect(read).toBeLessThan(30)
  })

  it.each([
    ['that is not there', 'gone.eml', 'file-missing', 'ENOENT'],
    ['inside of what is no folder', 'file/x.eml', 'file-missing', 'ENOTDIR'],
    ['that is a folder', 'folder', 'file-unreadable', 'EISDIR'],
  ])('%s is named, with the system’s word', async (_, name, code, word) => {
    await using folder = await temporaryFolder()
    await folder.write('file', '')
    await mkdir(join(folder.path, 'folder'))
    const path = join(folder.path, name)
    await expect(readInputFile(path)).rejects.toMatchObject({ code, details: { path, word } })
  })
})

describe('a stream', () => {
  const stream = (bytes: number) =>
    Readable.from(
      (function* () {
        for (let left = bytes; left > 0; left -= mebibyte.length) yield mebibyte.subarray(0, left)
      })(),
    )

  it('may be as long as the longest message, and not one byte longer', async () => {
    expect(await readAll(stream(largest))).toHaveLength(largest)
    await expect(readAll(stream(largest + 1))).rejects.toMatchObject({ code: 'EFBIG' })
  })

  it('without an end is not read to its end', async () => {
    await expect(readAll(stream(Number.POSITIVE_INFINITY))).rejects.toMatchObject({ code: 'EFBIG' })
  })
})
