/**
 * Files that only their owner may read: directory 0700, file 0600, never seen half written. What others can read or replace
 * is refused, not repaired: by then it may be known, or somebody else's.
 */
import { createHash, randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import * as disk from 'node:fs/promises'
import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../failure/failure.ts'

/** Accounts and tokens fill some kilobytes. */
const largest = 1_048_576

/**
 * The text of a private file, or `undefined` if there is none. Throws `store-not-private`, `file-unreadable`.
 *
 * @param forbidden the mode bits that others must not have
 */
export async function readPrivateFile(path: string, forbidden = 0o077): Promise<string | undefined> {
  let file: FileHandle
  try {
    // Without O_NONBLOCK a named pipe would keep the program waiting for ever.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadable(path, error)
  }
  try {
    const stats = await file.stat()
    if (!stats.isFile() || stats.size > largest) throw new Failure('file-unreadable', { path, word: 'EINVAL' })
    refuseForeignHands(path, stats, forbidden, 'chmod 600')
    return await file.readFile('utf8')
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(path, error)
  } finally {
    await file.close()
  }
}

/**
 * Puts a text in place of what the file holds. It is synced to disk before it takes the file's name, so that a crash leaves
 * the old text or the new one. Throws `store-not-private`, `output-failed`.
 */
export async function writePrivateFile(
  path: string,
  text: string,
  { open, rename }: Pick<typeof disk, 'open' | 'rename'> = disk,
): Promise<void> {
  await ensurePrivateDirectory(dirname(path))
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new Failure('output-failed', { path }, error)
  }
}

export async function removePrivateFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true })
  } catch (error) {
    throw new Failure('output-failed', { path }, error)
  }
}

/** A file's name for something with any name: not every file system takes every address. */
export function fileNameOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32)
}

/** Makes the directory if it is not there. Throws `store-not-private`, `output-failed`. */
export async function ensurePrivateDirectory(path: string): Promise<void> {
  let stats: Stats
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    stats = await stat(path)
  } catch (error) {
    throw new Failure('output-failed', { path }, error)
  }
  refuseForeignHands(path, stats, 0o077, 'chmod 700')
}

/** Where there are no POSIX modes (Windows), the person's own folders are private already. */
function refuseForeignHands(path: string, { mode, uid }: Stats, forbidden: number, mend: string): void {
  const ownId = process.getuid?.()
  if (ownId === undefined) return
  if ((mode & forbidden) !== 0 || uid !== ownId) throw new Failure('store-not-private', { path, mend })
}

function unreadable(path: string, error: unknown): Failure {
  return new Failure('file-unreadable', { path, word: wordOf(error) }, error)
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(wordOf(error))
}

function wordOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
