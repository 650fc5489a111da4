import { failure } from '../errors/failure.ts'
import type { Network } from '../network/network.ts'
import type { Resource } from './clouds.ts'
import { signInOf, type OAuthGrant, type StoredSignIn } from './grant.ts'
import { refreshAccess } from './refresh.ts'

/** Where sign-ins are kept. Whoever implements it decides where, under which keys, and how it is protected. */
export type TokenVault = {
  read(key: string): Promise<StoredSignIn | undefined>
  write(key: string, signIn: StoredSignIn): Promise<void>
  /** Runs one piece of work at a time for a key, over all processes. */
  withLock<T>(key: string, work: () => Promise<T>): Promise<T>
}

/**
 * A fresh access token for a kept sign-in. Two processes at once each get one: the second waits, then goes on from the
 * refresh token that the first has stored. The new refresh token is stored before the access token is given out; a
 * refusal, or no answer, leaves what is kept as it was.
 * @throws SparekeyError `account-missing`, and those of `refreshAccess`
 */
export function accessTokenFor(
  vault: TokenVault,
  key: string,
  resource: Resource,
  network: Network,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<OAuthGrant> {
  return vault.withLock(key, async () => {
    const kept = await vault.read(key)
    if (!kept) throw failure('account-missing', { address: key })
    const grant = await refreshAccess(kept, { resource, network, signal })
    await vault.write(key, signInOf(grant))
    return grant
  })
}
