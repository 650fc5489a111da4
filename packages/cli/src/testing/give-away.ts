import { chown } from 'node:fs/promises'
import { onTestFinished, vi } from 'vitest'

/** Makes a file somebody else's. Only root can give one away; anyone else becomes somebody else for the test. */
export async function giveAway(path: string): Promise<void> {
  const own = process.getuid!()
  if (own === 0) return chown(path, 65_534, 65_534)
  const spy = vi.spyOn(process, 'getuid').mockReturnValue(own + 1)
  onTestFinished(() => void spy.mockRestore())
}
