import type { AccountKind, Cloud } from '../settings/settings.ts'

/**
 * Microsoft's clouds and what is fixed in each: where people sign in, and by which names the mail services are asked for.
 * A table, because Microsoft's discovery documents name an issuer that is not their own address.
 */
export const clouds = {
  /** The one that everybody is in, personal accounts included. */
  global: {
    login: 'https://login.microsoftonline.com',
    outlook: 'https://outlook.office.com',
    graph: 'https://graph.microsoft.com',
  },
  'us-government': {
    login: 'https://login.microsoftonline.us',
    outlook: 'https://outlook.office365.us',
    graph: 'https://graph.microsoft.us',
  },
  /** Operated by 21Vianet. */
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    outlook: 'https://partner.outlook.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
} as const satisfies Record<Cloud, Record<'login' | Resource, string>>

export type { Cloud } from '../settings/settings.ts'

/** What an access token is for: the mail servers (IMAP, POP3, SMTP), or Graph. One token opens one of them. */
export type Resource = 'outlook' | 'graph'

const permissions = {
  outlook: ['IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send'],
  graph: ['Mail.Send'],
} as const satisfies Record<Resource, readonly string[]>

/** A refresh token, and an id token that tells whose account it is. */
const identityScopes = ['offline_access', 'openid', 'profile', 'email'] as const

/** The scopes of a request, as on the wire. At the token endpoint exactly one resource is allowed (MS-OAUTH-17). */
export function scopesFor(cloud: Cloud, resources: readonly Resource[]): string {
  const names = resources.flatMap((resource) =>
    permissions[resource].map((name) => `${clouds[cloud][resource]}/${name}`),
  )
  return [...names, ...identityScopes].join(' ')
}

/**
 * The permissions among granted scopes: their last path segment alone, since Microsoft writes any resource's name in front
 * of all of them.
 */
export function permissionsIn(scope: string): string[] {
  return scope.split(/\s+/).flatMap((name) => name.slice(name.lastIndexOf('/') + 1) || [])
}

/** Whether anything a resource needs is among the granted permissions. */
export function grants(granted: readonly string[], resource: Resource): boolean {
  const wanted = permissions[resource].map((name) => name.toLowerCase())
  return granted.some((name) => wanted.includes(name.toLowerCase()))
}

/** Whose accounts may sign in there: the first segment of every path of the identity service. */
export function tenantFor(account: AccountKind): 'consumers' | 'organizations' | 'common' {
  return ({ personal: 'consumers', work: 'organizations', unknown: 'common' } as const)[account]
}

/** The tenant that an id token (`tid`) says all personal accounts are in. */
export const personalTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad'
