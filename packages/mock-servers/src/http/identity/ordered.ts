/** The error that a test has ordered for this call, with whatever of the request its words may mention. */
import type { Identity } from '../../identity/identity.ts'
import type { OAuthEndpoint } from '../../identity/oauth-reason.ts'
import type { Refusal } from '../../identity/refusal.ts'
import type { Parameters } from './form.ts'

export function orderedRefusal(
  { clients, faults }: Identity,
  endpoint: OAuthEndpoint,
  request: { tenant: string; parameters: Parameters | undefined; at: Date },
): Refusal | undefined {
  const reason = faults.take(endpoint)
  if (!reason) return undefined
  const { client_id: clientId = '', scope = '', redirect_uri: redirectUri = '', ...other } = request.parameters ?? {}
  return {
    reason,
    details: {
      clientId,
      clientName: clients.get(clientId)?.name ?? clientId,
      tenant: request.tenant,
      scope: scope.split(' ', 1)[0]!,
      redirectUri,
      grantType: other['grant_type'] ?? '',
      responseType: other['response_type'] ?? '',
      username: other['login_hint'] ?? '',
      parameter: 'scope',
      issuedAt: request.at.toISOString(),
    },
  }
}
