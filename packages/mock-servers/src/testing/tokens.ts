/** Tokens that say themselves what they are: `expired` has expired, `good` and `alias` last until the end given. */
import type { TokenStanding, TokenVerifier } from '../tokens/standing.ts'

const bareStandings = [
  'unknown',
  'revoked',
  'expired',
  'wrong-audience',
  'missing-scope',
  'other-account',
] as const satisfies readonly TokenStanding['kind'][]

export function tokensUntil(expiresAt: Date): TokenVerifier {
  return (token) => {
    if (token === 'good' || token === 'alias') return { kind: token, expiresAt }
    return { kind: bareStandings.find((kind) => kind === token) ?? 'unknown' }
  }
}
