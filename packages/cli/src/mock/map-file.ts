/**
 * The server map as a file (contract, section 5): readable and writable by its owner alone, never seen half written, and
 * gone with the mock.
 */
import { rmSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import type { ServerMap } from '@sparekey/mock-servers'
import { Failure } from '../failure.ts'

export class MapFile {
  readonly path: string
  #last: Promise<void> = Promise.resolve()
  #removed = false

  constructor(path: string) {
    this.path = path
  }

  /** Writes the map in place of the last one; writes follow each other in order. Throws `output-failed`. */
  write(map: ServerMap): Promise<void> {
    this.#last = this.#last.catch(() => undefined).then(() => this.#replace(`${JSON.stringify(map, undefined, 2)}\n`))
    return this.#last
  }

  /** At once, so that not even a second signal leaves it behind. */
  remove(): void {
    this.#removed = true
    rmSync(this.path, { force: true })
  }

  async #replace(text: string): Promise<void> {
    const temporary = `${this.path}.${process.pid}.tmp`
    try {
      await writeFile(temporary, text, { mode: 0o600, flag: 'wx' })
      if (!this.#removed) await rename(temporary, this.path)
    } catch (error) {
      throw new Failure('output-failed', { path: this.path }, error)
    } finally {
      await rm(temporary, { force: true })
    }
  }
}
