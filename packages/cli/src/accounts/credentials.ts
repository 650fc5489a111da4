/**
 * What a command signs in with: the password on standard input, else what the account has stored, else a question. A stored
 * secret is only ever looked for among the accounts of the servers in use (`realm.ts`).
 */
import {
  accessTokenFor,
  normalizeSecret,
  type Credentials,
  type Network,
  type OAuthGrant,
  type Resource,
  type ServerSettings,
} from '@sparekey/core'
import type { Context } from '../run/context.ts'
import { Failure } from '../failure/failure.ts'
import { secretFor } from './secret.ts'
import { accountsFor } from './accounts-for.ts'

/** The account's own name with its password or a fresh access token. */
export type Given = Credentials & {
  /** What is known of the token. */
  grant?: OAuthGrant
  /** A token for Graph from the same sign-in. */
  graphToken?: () => Promise<string>
}

type Flags = { readonly passwordStdin: boolean }
type Surroundings = { context: Context; network: Network }

/**
 * Asks if need be and if the server would take a password at all. Throws `account-missing` if it would not, `missing-secret`
 * if there is nobody to ask, and whatever speaks against a stored sign-in.
 */
export async function credentialsFor(
  { username, authentication }: Pick<ServerSettings, 'username' | 'authentication'>,
  flags: Flags,
  around: Surroundings,
): Promise<Given> {
  const known = await knownCredentials(username, flags, around)
  if (known) return known
  if (!authentication.includes('password')) throw new Failure('account-missing', { address: username })
  return askedPassword(username, flags, around)
}

/** The same without a question; `undefined` if nothing is known. */
export async function knownCredentials(
  address: string,
  flags: Flags,
  around: Surroundings,
): Promise<Given | undefined> {
  if (flags.passwordStdin) return askedPassword(address, flags, around)
  const { context, network } = around
  const accounts = accountsFor(context, network)
  const account = await accounts.find(address)
  if (account === undefined) return undefined
  if (account.signIn === 'app-password') return { username: account.address, secret: await accounts.secretOf(account) }
  const tokenFor = (resource: Resource) => accessTokenFor(accounts.vault(), account.address, resource, network)
  const grant = await tokenFor('outlook')
  const graphToken = async () => (await tokenFor('graph')).accessToken
  return { username: grant.username, token: grant.accessToken, grant, graphToken }
}

export async function askedPassword(username: string, flags: Flags, { context }: Surroundings): Promise<Given> {
  return { username, secret: normalizeSecret(await secretFor(username, flags, context)) }
}
