/** From flags and configuration file to what `startMicrosoft` takes. Nothing is started here. */
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { MicrosoftOptions } from '@sparekey/mock-servers'
import { Failure } from '../../failure/failure.ts'
import { readInputFile } from '../../run/files.ts'
import type { NamedPort } from './places.ts'

export type MockFlags = {
  config?: string
  asOf?: string
  host: string
  port?: readonly NamedPort[]
  write?: string
  advertise?: readonly string[]
  allowHost?: readonly string[]
}

/** The world of the article: one owner, one account. */
export const storyAddress = 'hanako@hotmail.com'

/** Throws `file-missing`, `file-unreadable` or, for what is no JSON object, `bad-config`. */
export async function mockOptions(flags: MockFlags): Promise<MicrosoftOptions> {
  const { config, asOf, host, port = [], advertise, allowHost } = flags
  return {
    ...(config === undefined
      ? { accounts: [{ address: storyAddress, password: randomPassword() }] }
      : await read(config)),
    ...(asOf !== undefined && { asOf: asOf === 'now' ? new Date().toISOString() : asOf }),
    ...(config !== undefined && { directory: dirname(config) }),
    host,
    ports: Object.fromEntries(port.map(({ name, port }) => [name, port])),
    ...(advertise && { advertise }),
    ...(allowHost && { allowHosts: allowHost }),
  }
}

/** Not of the shape of an app password, which is 16 lower-case letters. */
export function randomPassword(): string {
  return `${randomBytes(9).toString('base64url')}-2021`
}

/** What `startMicrosoft` takes beside a configuration: flags here, and a misspelling's best hiding place in a file. */
const flagsOnly = ['host', 'ports', 'advertise', 'allowHosts', 'directory'] as const

async function read(path: string): Promise<object> {
  const text = (await readInputFile(path)).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Failure('bad-config', { path, mistakes: [{ path: '$', code: 'not-json' }] }, error)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Failure('bad-config', { path, mistakes: [{ path: '$', code: 'not-an-object' }] })
  }
  const mistakes = flagsOnly
    .filter((key) => Object.hasOwn(value, key))
    .map((key) => ({ path: `$.${key}`, code: 'unknown-key' }) as const)
  if (mistakes.length > 0) throw new Failure('bad-config', { path, mistakes })
  return value
}
