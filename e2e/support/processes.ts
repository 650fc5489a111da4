/** What anybody on this machine sees of running programs: their command lines and, as the same user, environments. */
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const files = ['cmdline', 'environ']

/** What is seen of a process at the moment of its start; nothing where there is no /proc. */
export function sightOf(pid: number | undefined): string[] {
  return files
    .map((file) => `/proc/${pid}/${file}`)
    .flatMap((path) => (existsSync(path) ? [readFileSync(path, 'utf8')] : []))
}

/**
 * Looks again and again at all that descends from this process, until it is told to stop; gives all it saw: nothing where
 * there is no /proc. A look every 25 ms leaves the processor to them; on a busy machine a short life may pass unseen.
 */
export function watchProcesses(): () => Promise<Set<string>> {
  const seen = new Set<string>()
  const stop = new AbortController()
  const look = async () => {
    while (!stop.signal.aborted) {
      for (const pid of await ours()) {
        for (const file of files) {
          const text = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
          if (text !== '') seen.add(text)
        }
      }
      await pause(25)
    }
    return seen
  }
  const looked = look()
  return () => {
    stop.abort()
    return looked
  }
}

async function ours(): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const pid of (await readdir('/proc').catch(() => [])).map(Number).filter(Number.isInteger)) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1]
    if (parent !== undefined) parents.set(pid, Number(parent))
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (parents.get(pid) === process.pid || isOurs(parents.get(pid)))
  return [...parents.keys()].filter(isOurs)
}
