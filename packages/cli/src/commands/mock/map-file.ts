/**
 * The server map as a file (docs/reference/server-map.md#how-the-mock-writes-it): readable and writable by its owner
 * alone, never seen half written, and gone with the mock.
 */
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import type { ServerMap } from '@sparekey/mock-servers'
import { Failure } from '../../failure/failure.ts'

export class MapFile {
  readonly path: string
  #last: Promise<void> = Promise.resolve()
  #written = false
  #removed = false

  constructor(path: string) {
    this.path = path
  }

  /** Writes the map in place of the last one; writes follow each other in order. Throws `output-exists` or `output-failed`. */
  write(map: ServerMap): Promise<void> {
    this.#last = this.#last.catch(() => undefined).then(() => this.#replace(`${JSON.stringify(map, undefined, 2)}\n`))
    return this.#last
  }

  /** At once, so that not even a second signal leaves it behind. What was there before, and was not replaced, stays. */
  remove(): void {
    this.#removed = true
    if (this.#written) rmSync(this.path, { force: true })
  }

  async #replace(text: string): Promise<void> {
    const temporary = `${this.path}.${process.pid}.tmp`
    try {
      if (!this.#written && isInTheWay(this.path)) throw new Failure('output-exists', { path: this.path })
      await writeFile(temporary, text, { mode: 0o600, flag: 'wx' })
      if (this.#removed) return
      renameSync(temporary, this.path)
      this.#written = true
    } catch (error) {
      if (error instanceof Failure) throw error
      throw new Failure('output-failed', { path: this.path }, error)
    } finally {
      await rm(temporary, { force: true })
    }
  }
}

/**
 * Whether something is there that is no server map. An old map may go: a mock that was killed has left it behind. So may an
 * empty file, which `mktemp` has made for it.
 */
function isInTheWay(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return false
  return !found.isFile() || (found.size > 0 && !isMap(readFileSync(path, 'utf8')))
}

function isMap(text: string): boolean {
  try {
    const { version, connect } = JSON.parse(text) as Partial<ServerMap>
    return version === 1 && typeof connect === 'object'
  } catch {
    return false
  }
}
