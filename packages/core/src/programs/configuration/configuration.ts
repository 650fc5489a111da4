import type { Authentication, Protocol, ServerSettings, Settings } from '../../settings/settings.ts'
import { capabilityOf, type Capability } from '../ask.ts'
import type { Program } from '../program.ts'
import { commands } from './commands.ts'
import { mailFiles } from './mail-files.ts'
import type { Access, FileUse, Given, ProgramFile, Recipe } from './recipe.ts'
import { snippets } from './snippets.ts'

/** How a program is set up for an account at a day. */
export type Configuration = {
  /** The servers the program can sign in to, and how it does. */
  servers: (Access & { capability: Capability })[]
  /** The protocols it speaks but cannot sign in over at that day. */
  cannot: { protocol: Protocol; capability: Capability }[]
  /** Its own file, where it has one that is known; else its dialog takes the servers' values. */
  file?: ProgramFile & { use: FileUse }
}

const recipes: readonly (readonly [use: FileUse, by: Readonly<Record<string, Recipe>>])[] = [
  ['save', mailFiles],
  ['run', commands],
  ['paste', snippets],
]

/**
 * What to type into a program, or the file that it reads, for the settings of an address at a day. A way to sign in of
 * which no page says that the program has it is taken for one it has, where there is no other.
 */
export function configurationFor(program: Program, { address, account, servers }: Settings): Configuration {
  const asked = servers
    .filter(({ protocol }) => program.protocols.includes(protocol))
    .map((server) => ({ server, capability: capabilityOf(program, server.protocol, account) }))
  const able: Configuration['servers'] = []
  const cannot: Configuration['cannot'] = []
  for (const { server, capability } of asked) {
    const way = wayTo(server, capability)
    if (way === undefined) cannot.push({ protocol: server.protocol, capability })
    else able.push({ ...server, way, capability })
  }
  const given: Given = { address, ...Object.fromEntries(able.map((access) => [access.protocol, access])) }
  const file = fileOf(program, given)
  return { servers: able, cannot, ...(file && { file }) }
}

function fileOf({ id }: Program, given: Given): Configuration['file'] {
  const [use, by] = recipes.find(([, by]) => Object.hasOwn(by, id)) ?? []
  const file = by?.[id]?.(given)
  return use && file && { ...file, use }
}

function wayTo({ authentication }: ServerSettings, { oauth }: Capability): Authentication | undefined {
  if (authentication.includes('oauth2') && (oauth === 'yes' || oauth === 'newer')) return 'oauth2'
  if (authentication.includes('password')) return 'password'
  return oauth === 'no' ? undefined : 'oauth2'
}
