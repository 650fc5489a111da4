import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of the test's own, gone with the test. */
export type Folder = AsyncDisposable & {
  /** Its path, and that of what is inside. */
  readonly path: string
  /** Writes a file, as JSON unless it is text or bytes, with exactly these permissions; gives its path. */
  write(name: string, content: unknown, mode?: number): Promise<string>
}

export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'sparekey-'))
  return {
    path,
    async write(name, content, mode = 0o600) {
      const file = join(path, name)
      const raw = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content)
      await writeFile(file, raw, { mode })
      await chmod(file, mode)
      return file
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}
