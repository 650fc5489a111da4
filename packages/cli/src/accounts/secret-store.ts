import type { Places } from './places.ts'
import { Failure } from '../failure/failure.ts'
import type { StoreKind } from '../commands/login/choices.ts'
import { fileStore } from './file-store.ts'

/** Where refresh tokens and app passwords rest. Nothing else of an account is secret, and nothing else is kept there. */
export type SecretStore = {
  readonly kind: StoreKind
  read(name: string): Promise<string | undefined>
  write(name: string, secret: string): Promise<void>
  remove(name: string): Promise<void>
}

/** The store of an account that is known already. */
export async function openStore(kind: StoreKind, { state }: Places): Promise<SecretStore> {
  // A native library: loaded only by whoever keeps secrets with it.
  return kind === 'file' ? fileStore(state) : (await import('./keyring.ts')).keyring()
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
