import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of the test's own, gone with the test. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'sparekey-cli-'))
  return {
    path,
    /** Writes a file, as JSON unless it is text or bytes, with exactly these permissions; gives its path. */
    async write(name: string, content: unknown, mode = 0o600): Promise<string> {
      const file = join(path, name)
      const raw = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content)
      await writeFile(file, raw)
      await chmod(file, mode)
      return file
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}
