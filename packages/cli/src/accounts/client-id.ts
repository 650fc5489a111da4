import { Failure } from '../failure/failure.ts'
import { configPath, isClientId, readConfig } from './config-file.ts'
import type { Places } from './places.ts'

type Sources = {
  flag: string | undefined
  env: Readonly<Record<string, string | undefined>>
  /** The server map's own application. */
  map: string | undefined
  places: Places
}

/**
 * The id of the application to sign in with: the flag's, `SPAREKEY_CLIENT_ID`, the server map's, the configuration's. There
 * is none of our own (client-id.md), and never another vendor's. Throws `client-id-missing`, `bad-client-id`.
 */
export async function clientIdFor({ flag, env, map, places }: Sources): Promise<string> {
  const given = flag ?? (env['SPAREKEY_CLIENT_ID'] || map) ?? (await readConfig(places)).clientId
  if (given === undefined) throw new Failure('client-id-missing', { path: configPath(places) })
  if (!isClientId(given)) throw new Failure('bad-client-id', {})
  return given
}
