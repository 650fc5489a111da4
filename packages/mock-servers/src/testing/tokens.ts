/** Tokens that say themselves what they are: `expired` has expired, `good` and `alias` last until the end given. */
import type { TokenStanding, TokenVerifier } from '../tokens/standing.ts'

/** When the good tokens of a door's world are over. */
export const tokenEnd = new Date('2027-12-31T00:00:00Z')

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
