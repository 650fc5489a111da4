import type { Places } from './places.ts'
import { Failure } from '../failure/failure.ts'
import { fileStore } from './file-store.ts'
import type { SecretStore, StoreKind } from './store.ts'

/** The store of an account that is known already. */
export async function openStore(kind: StoreKind, { state }: Places): Promise<SecretStore> {
  // A native library: loaded only by whoever keeps secrets with it.
  return kind === 'file' ? fileStore(state) : (await import('./keyring.ts')).keyring()
}

/** Puts something where a secret would be kept, and takes it away again. Throws what `keepSecret` would throw. */
export async function tryStore(
  name: string,
  options: { wanted: StoreKind | undefined; places: Places },
): Promise<void> {
  const trial = `${name} (trial)`
  const kind = await keepSecret(trial, 'nothing secret', options)
  await (await openStore(kind, options.places)).remove(trial)
}

/**
 * Keeps a secret in the wanted store; without a wish in the keyring, else in a file.
 *
 * @returns the store that has it. Throws `keyring-unavailable` if the keyring was asked for by name.
 */
export async function keepSecret(
  name: string,
  secret: string,
  { wanted, places }: { wanted: StoreKind | undefined; places: Places },
): Promise<StoreKind> {
  if (wanted !== 'file') {
    try {
      await (await openStore('keyring', places)).write(name, secret)
      return 'keyring'
    } catch (error) {
      if (wanted === 'keyring' || !(error instanceof Failure)) throw error
    }
  }
  await (await openStore('file', places)).write(name, secret)
  return 'file'
}
