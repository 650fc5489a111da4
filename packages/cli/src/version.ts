import { readFile } from 'node:fs/promises'

/** The version in the package's own `package.json`, read only when somebody asks. */
export async function version(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
