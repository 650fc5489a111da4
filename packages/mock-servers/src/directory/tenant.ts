/**
 * A work organisation (Microsoft 365 tenant), known by its mail domain: what its administrator decides about signing in
 * for everyone in it. Personal accounts have none.
 */
export type TenantSpec = {
  domain: string
  /** True: switched on by the administrator himself. False: switched off. Unset: whatever Microsoft's default is. */
  smtpAuth?: boolean | undefined
  securityDefaults?: boolean | undefined
  /** A conditional access policy that blocks mail programs: their passwords at the doors, their tokens when they ask. */
  conditionalAccess?: boolean | undefined
  /** ISO date; 2019-01-01 if unset. */
  createdAt?: string | undefined
}

export type Tenant = {
  readonly domain: string
  readonly smtpAuth: boolean | undefined
  readonly securityDefaults: boolean
  readonly conditionalAccess: boolean
  /** ISO date, as in the specification. */
  readonly createdAt: string
}

/** The tenant a specification describes; with the domain alone, one that has never touched a setting. */
export function tenantFrom(spec: TenantSpec): Tenant {
  return {
    domain: spec.domain.toLowerCase(),
    smtpAuth: spec.smtpAuth,
    securityDefaults: spec.securityDefaults ?? false,
    conditionalAccess: spec.conditionalAccess ?? false,
    createdAt: spec.createdAt ?? '2019-01-01',
  }
}
