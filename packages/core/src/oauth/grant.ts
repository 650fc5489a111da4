import { failure, protocolBroken } from '../errors/failure.ts'
import { parseAddress } from '../settings/address.ts'
import { grants, permissionsIn, personalTenantId, scopesFor, type Cloud, type Resource } from './clouds.ts'
import type { Tokens } from './identity-service.ts'

/** What signing in with Microsoft gives: whose mailbox it opens, with which token, and how to get the next one. */
export type OAuthGrant = StoredSignIn & {
  /** A secret. */
  accessToken: string
  /** By the network's clock. */
  expiresAt: Date
  /** Granted permissions, such as `IMAP.AccessAsUser.All`. */
  scopes: string[]
}

/** What is kept of a sign-in. Only `refreshToken` is a secret. */
export type StoredSignIn = {
  /** The account's own name, as Microsoft says it: not what somebody typed. */
  username: string
  cloud: Cloud
  /** `consumers` for personal accounts, else the id of the account's tenant. */
  tenant: string
  clientId: string
  /** A secret. */
  refreshToken: string
}

/** The part of a grant that is kept. */
export function signInOf({ username, cloud, tenant, clientId, refreshToken }: OAuthGrant): StoredSignIn {
  return { username, cloud, tenant, clientId, refreshToken }
}

/**
 * Makes a grant of tokens.
 * @param asked the application, its cloud, and the resource that the access token is for
 * @param known what is kept of an earlier sign-in: a refresh may leave out who it is for, and the next refresh token
 * @throws SparekeyError `consent-missing` if the token permits nothing of what it is for; `protocol-broken`
 */
export function grantOf(
  tokens: Tokens,
  asked: { clientId: string; cloud: Cloud; resource: Resource },
  known?: StoredSignIn,
): OAuthGrant {
  const { clientId, cloud, resource } = asked
  const scopes = permissionsIn(tokens.scope ?? scopesFor(cloud, [resource]))
  if (!grants(scopes, resource)) throw consentMissing(scopes)
  const refreshToken = tokens.refreshToken ?? known?.refreshToken
  if (refreshToken === undefined) throw consentMissing(scopes)
  const owner = tokens.claims === undefined ? known : ownerOf(tokens.claims)
  if (!owner) throw protocolBroken('no-id-token')
  const { username, tenant } = owner
  const { accessToken, expiresAt } = tokens
  return { username, cloud, tenant, clientId, refreshToken, accessToken, expiresAt, scopes }
}

/** Claims of an id token. A personal account may have a telephone number for its preferred name. */
function ownerOf(claims: NonNullable<Tokens['claims']>): Pick<StoredSignIn, 'username' | 'tenant'> {
  const { preferred_username, email, tid } = claims
  const username = [preferred_username, email].find(isAddress)
  if (username === undefined) throw protocolBroken('no-address')
  if (typeof tid !== 'string' || !/^[\w-]{1,100}$/.test(tid)) {
    throw protocolBroken('no-tenant')
  }
  return { username, tenant: tid === personalTenantId ? 'consumers' : tid }
}

function isAddress(claim: unknown): claim is string {
  if (typeof claim !== 'string') return false
  try {
    parseAddress(claim)
    return claim.trim() === claim
  } catch {
    return false
  }
}

function consentMissing(scopes: readonly string[]) {
  return failure('consent-missing', { scopes })
}
