import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The version in the package's own `package.json`, read only when somebody asks. */
export async function version(): Promise<string> {
  const text = await readFile(createRequire(import.meta.url).resolve('sparekey/package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
