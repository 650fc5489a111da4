/** What every endpoint of the identity service works with. */
import type { Directory } from '../../directory/directory.ts'
import type { Clock } from '../../clock/clock.ts'
import type { Identity } from '../../identity/identity.ts'
import { type Authority, authorityFrom } from '../../identity/authority.ts'

export type IdentityService = { directory: Directory; clock: Clock; identity: Identity }

/** The authority a path's first segment names; undefined for a tenant that does not exist. */
export function authorityOf({ directory }: IdentityService, tenant: string): Authority | undefined {
  return authorityFrom(
    tenant,
    directory.tenants().map(({ domain }) => domain),
  )
}
