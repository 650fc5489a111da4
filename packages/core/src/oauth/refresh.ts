import { scopesFor, type Resource } from './clouds.ts'
import { grantOf, type OAuthGrant, type StoredSignIn } from './grant.ts'
import { identityService, type Application } from './identity-service.ts'
import { refusalFailure } from './refusal.ts'

/**
 * Gets a new access token for what an earlier sign-in is kept of, and the next refresh token with it. Microsoft may leave
 * the old refresh token valid or not: whoever calls this keeps the new one before using the access token.
 * @throws SparekeyError the finding behind Microsoft's refusal, with `details.aadsts`; or one about the network
 */
export async function refreshAccess(
  signIn: StoredSignIn,
  { resource, ...connection }: Pick<Application, 'network' | 'signal'> & { resource: Resource },
): Promise<OAuthGrant> {
  const { clientId, cloud, tenant, refreshToken } = signIn
  const service = await identityService({ ...connection, clientId, cloud, tenant })
  const scope = scopesFor(cloud, [resource])
  const answer = await service.tokens('refresh_token', { refresh_token: refreshToken, scope })
  if (answer.kind === 'refused') throw refusalFailure(answer.refusal)
  return grantOf(answer.granted, { clientId, cloud, resource }, signIn)
}
