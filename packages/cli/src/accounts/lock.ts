/**
 * One at a time, over all processes: a lock is a file that only one of them can create. It names its holder, who touches it
 * as long as it works; the lock of a process that is gone, or that has not touched it for a minute, is stale and removed by
 * whoever waits. (A timer that sleeps with the machine is why a minute, not seconds.)
 */
import { randomUUID } from 'node:crypto'
import * as files from 'node:fs/promises'
import { mkdir, readFile, rm, rmdir, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '../failure/failure.ts'
import { ensurePrivateDirectory } from './private-file.ts'

const staleAfterMs = 60_000
/** A lock has its holder's name from the first on, where the file system knows links; elsewhere it has it after a moment. */
const namelessForMs = 2_000
/** To break a lock takes some milliseconds; whoever takes so long was ended in between. */
const breakingForMs = 5_000
/** Below that, waiting is not worth a word. */
const silentForMs = 1_000
const touchedEveryMs = 5_000
/** Longer than a lock needs to become stale. */
const patienceMs = 90_000

type Waiting = {
  waitMs?: number | undefined
  /** Told once, if it has to be waited for long enough to wonder. */
  onWait?: ((path: string) => void) | undefined
  silentMs?: number | undefined
  disk?: Pick<typeof files, 'link' | 'writeFile'> | undefined
}

/** Runs `work` while no other process holds the lock of this path. Throws `store-busy` if it never becomes free. */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { waitMs = patienceMs, silentMs = silentForMs, onWait = () => undefined, disk = files }: Waiting = {},
): Promise<T> {
  await ensurePrivateDirectory(dirname(path))
  const holder = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() })
  const begun = performance.now()
  let told = false
  while (!(await create(path, holder, disk))) {
    if (await removeStale(path)) continue
    const waited = performance.now() - begun
    if (waited >= waitMs) throw new Failure('store-busy', { path })
    if (waited >= silentMs && !told) onWait(path)
    told ||= waited >= silentMs
    await pause(20 + Math.random() * 60)
  }
  const alive = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), touchedEveryMs)
  alive.unref()
  try {
    return await work()
  } finally {
    clearInterval(alive)
    if ((await holderOf(path)) === holder) await rm(path, { force: true })
  }
}

/** Written under another name and then linked into place: a lock never lacks its holder's name, even if that is killed. */
async function create(
  path: string,
  holder: string,
  { link, writeFile }: NonNullable<Waiting['disk']>,
): Promise<boolean> {
  const draft = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(draft, holder, { flag: 'wx', mode: 0o600 })
    await link(draft, path).catch((error: unknown) => {
      if (!noLinks.has(wordOf(error))) throw error
      return writeFile(path, holder, { flag: 'wx', mode: 0o600 })
    })
    return true
  } catch (error) {
    if (wordOf(error) === 'EEXIST') return false
    throw new Failure('output-failed', { path }, error)
  } finally {
    await rm(draft, { force: true })
  }
}

/** What file systems say that have no links, such as that of a memory stick. */
const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

function wordOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * Removes a stale lock; `true` if the lock may be free now. Only the one who could make the directory beside it may do so,
 * and looks again: otherwise a slow one would remove the fresh lock of a quick one.
 */
async function removeStale(path: string): Promise<boolean> {
  if (!(await isStale(path))) return false
  const right = `${path}.break`
  try {
    await mkdir(right)
  } catch {
    if ((await ageOf(right)) > breakingForMs) await rmdir(right).catch(() => undefined)
    return false
  }
  try {
    if (await isStale(path)) await rm(path, { force: true })
    return true
  } finally {
    await rmdir(right).catch(() => undefined)
  }
}

async function isStale(path: string): Promise<boolean> {
  const [age, holder] = [await ageOf(path), await holderOf(path)]
  return age > staleAfterMs || (holder === '' && age > namelessForMs) || isGone(holder)
}

/** Milliseconds since it was touched; 0 if it is not there. */
async function ageOf(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined)
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs
}

async function holderOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

/** Whether the holder ran on this machine and no longer does. Of one that has not written its name yet, nothing is known. */
function isGone(holder: string | undefined): boolean {
  const [, pid, host] = /^\{"pid":(\d{1,10}),"host":("[^"]*")/.exec(holder ?? '') ?? []
  if (pid === undefined || host !== JSON.stringify(hostname())) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return wordOf(error) === 'ESRCH'
  }
}
