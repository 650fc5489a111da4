/**
 * The operating system's keyring: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows (which takes
 * 1,280 characters an entry: enough for a refresh token, and nothing else is kept). On Linux the library would fall back
 * to the kernel's keys without a word, and those are lost at reboot: so the store is named.
 */
import { Failure } from '../failure/failure.ts'
import type { SecretStore } from './store.ts'

const service = 'sparekey'
/** A locked keyring asks its owner, who may be away or have no screen. */
const patienceMs = 60_000

/** Throws `keyring-unavailable`, as does all that it returns. */
export async function keyring(): Promise<SecretStore> {
  const { AsyncEntry } = await import('@napi-rs/keyring').catch(unavailable)
  const use = async <T>(
    name: string,
    act: (entry: InstanceType<typeof AsyncEntry>, signal: AbortSignal) => Promise<T>,
  ) => {
    try {
      const entry = new AsyncEntry(service, name, { linux: { store: 'secret-service' } })
      return await act(entry, AbortSignal.timeout(patienceMs))
    } catch (error) {
      return unavailable(error)
    }
  }
  return {
    kind: 'keyring',
    read: async (name) => (await use(name, (entry, signal) => entry.getPassword(signal))) ?? undefined,
    write: (name, secret) => use(name, (entry, signal) => entry.setPassword(secret, signal)),
    remove: async (name) => void (await use(name, (entry, signal) => entry.deletePassword(signal))),
  }
}

function unavailable(error: unknown): never {
  throw new Failure('keyring-unavailable', {}, error)
}
