/**
 * The first segment of every path of the identity service: `common`, `consumers`, `organizations`, or one tenant by its id
 * or domain. It says whose accounts may sign in there.
 */
import type { Account } from '../directory/account.ts'
import { domainOf } from '../directory/personal-domains.ts'
import { personalTenantId, tenantIdOf } from '../tokens/subject.ts'

export type Authority =
  | { readonly name: 'common' | 'organizations' }
  | { readonly name: 'consumers'; readonly tenantId: string }
  | { readonly name: 'tenant'; readonly tenantId: string }

/** @param domains those of all organisations. Undefined for a tenant that is none of theirs. */
export function authorityFrom(segment: string, domains: readonly string[]): Authority | undefined {
  const name = segment.toLowerCase()
  if (name === 'common' || name === 'organizations') return { name }
  if (name === 'consumers' || name === personalTenantId) return { name: 'consumers', tenantId: personalTenantId }
  const domain = domains.find((candidate) => candidate.toLowerCase() === name || tenantIdOf(candidate) === name)
  return domain === undefined ? undefined : { name: 'tenant', tenantId: tenantIdOf(domain) }
}

/** Personal accounts: `common`, `consumers`. Work accounts: `common`, `organizations`, their own tenant. */
export function admits(authority: Authority, { kind, address }: Pick<Account, 'kind' | 'address'>): boolean {
  switch (authority.name) {
    case 'common':
      return true
    case 'consumers':
      return kind === 'personal'
    case 'organizations':
      return kind === 'work'
    case 'tenant':
      return kind === 'work' && authority.tenantId === tenantIdOf(domainOf(address))
  }
}
