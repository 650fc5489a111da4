/**
 * Whether an account gets a token at this time: what its standing and its organisation say. Weighed whenever tokens are
 * issued, also from a refresh token; a token that was issued before is not touched by it.
 */
import type { Account } from '../directory/account.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { OAuthReason } from './oauth-reason.ts'

/**
 * @param tenant a work account's; personal accounts have none, and are asked for nothing here
 * @param multiFactor whether the sign-in behind the grant had a second factor
 */
export function policyRefusal(
  account: Account,
  tenant: Tenant | undefined,
  multiFactor: boolean,
): OAuthReason | undefined {
  if (account.standing === 'blocked') return 'account-locked'
  if (!tenant) return undefined
  if (tenant.conditionalAccess) return 'conditional-access-blocked'
  if (tenant.securityDefaults && !account.twoStep) return 'second-factor-enrolment-needed'
  return account.twoStep && !multiFactor ? 'second-factor-needed' : undefined
}
