/** What a person writes down for every run: `config.json`. It never holds a secret. */
import { join } from 'node:path'
import { Failure } from '../failure/failure.ts'
import type { FileMistake } from '../words/failures.ts'
import type { Places } from './places.ts'
import { readPrivateFile } from './private-file.ts'

export type Config = { clientId?: string }

/** Others may read it, but not write it: whoever names the application could name his own. */
const othersMayWrite = 0o022

export function configPath({ config }: Places): string {
  return join(config, 'config.json')
}

/** Throws `bad-config`, `store-not-private`, `file-unreadable`; a file that is not there says nothing. */
export async function readConfig(places: Places): Promise<Config> {
  const path = configPath(places)
  const text = await readPrivateFile(path, othersMayWrite)
  if (text === undefined) return {}
  const { config, mistakes } = parseConfig(text)
  if (mistakes.length > 0) throw new Failure('bad-config', { path, mistakes })
  return config
}

function parseConfig(text: string): { config: Config; mistakes: FileMistake[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { config: {}, mistakes: [{ path: '$', code: 'not-json' }] }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { config: {}, mistakes: [{ path: '$', code: 'not-an-object' }] }
  }
  const { clientId, ...unknown } = value as Record<string, unknown>
  const mistakes = Object.keys(unknown).map((key): FileMistake => ({ path: `$.${key}`, code: 'unknown-key' }))
  if (clientId === undefined) return { config: {}, mistakes }
  if (typeof clientId === 'string' && isClientId(clientId)) return { config: { clientId }, mistakes }
  return { config: {}, mistakes: [{ path: '$.clientId', code: 'not-a-client-id' }, ...mistakes] }
}

/** Microsoft's are GUIDs; nothing else that could stand here needs other characters. */
export function isClientId(text: string): boolean {
  return /^[\w.-]{1,100}$/.test(text)
}
