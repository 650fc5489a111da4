/**
 * What an application may ask for, and how it is written: `https://outlook.office.com/IMAP.AccessAsUser.All` and the like,
 * separated by spaces. Parses what clients send; grants nothing.
 */
import type { Protocol } from '../directory/protocol.ts'

/** Which service an access token is for: a token has exactly one. */
export type Resource = 'outlook' | 'graph'

/** Permission → the resource it belongs to. No name occurs in two resources. */
const permissions = {
  'IMAP.AccessAsUser.All': 'outlook',
  'POP.AccessAsUser.All': 'outlook',
  'SMTP.Send': 'outlook',
  'EWS.AccessAsUser.All': 'outlook',
  'Mail.Send': 'graph',
  'Mail.Read': 'graph',
  'Mail.ReadWrite': 'graph',
  'User.Read': 'graph',
} as const satisfies Record<string, Resource>

export type Permission = keyof typeof permissions

/** What a token must carry to open a mailbox through a door (Microsoft's own list, MS-OAUTH-03). */
export const permissionFor = {
  imap: 'IMAP.AccessAsUser.All',
  pop3: 'POP.AccessAsUser.All',
  smtp: 'SMTP.Send',
} as const satisfies Record<Protocol, Permission>

/** Host in a scope → resource. The second is an older name of the first and works alike. */
const hosts: ReadonlyMap<string, Resource> = new Map([
  ['outlook.office.com', 'outlook'],
  ['outlook.office365.com', 'outlook'],
  ['graph.microsoft.com', 'graph'],
])

/** What an access token for a resource names as its audience. */
export const audiences = {
  outlook: 'https://outlook.office.com',
  graph: 'https://graph.microsoft.com',
} as const satisfies Record<Resource, string>

const openIdScopes = ['openid', 'profile', 'email', 'offline_access'] as const
export type OpenIdScope = (typeof openIdScopes)[number]

export type ScopeRequest = {
  permissions: ReadonlySet<Permission>
  /** In the order they were named first; empty if only OpenID scopes were. */
  resources: readonly Resource[]
  openId: ReadonlySet<OpenIdScope>
  /** How the first resource was written, such as `https://outlook.office365.com/`; empty for a bare `Mail.Send`. */
  stamp: string
}

export type ParsedScopes = { ok: true; scopes: ScopeRequest } | { ok: false; unknown: string }

/** @param text scopes separated by white space, in any case. `.default` means all permissions of its resource. */
export function parseScopes(text: string): ParsedScopes {
  const found = { permissions: new Set<Permission>(), openId: new Set<OpenIdScope>() }
  const resources = new Set<Resource>()
  let stamp: string | undefined
  for (const scope of text.split(/\s+/).filter(Boolean)) {
    const openId = openIdScopes.find((name) => name === scope.toLowerCase())
    if (openId) {
      found.openId.add(openId)
      continue
    }
    const written = readPermission(scope)
    if (!written) return { ok: false, unknown: scope }
    for (const name of written.names) found.permissions.add(name)
    resources.add(written.resource)
    stamp ??= written.stamp
  }
  return { ok: true, scopes: { ...found, resources: [...resources], stamp: stamp ?? '' } }
}

export function resourceOf(permission: Permission): Resource {
  return permissions[permission]
}

function permissionsOf(resource: Resource): Permission[] {
  return allPermissions.filter((name) => permissions[name] === resource)
}

const allPermissions = Object.keys(permissions) as Permission[]

/** A scope without a host belongs to Graph. */
function readPermission(scope: string): { names: Permission[]; resource: Resource; stamp: string } | undefined {
  const [, stamp = '', host = 'graph.microsoft.com', name = ''] =
    /^(https:\/\/([^/]+)\/{1,2})?([^/]+)$/i.exec(scope) ?? []
  const resource = hosts.get(host.toLowerCase())
  if (!resource) return undefined
  if (name === '.default') return { names: permissionsOf(resource), resource, stamp }
  const known = permissionsOf(resource).find((permission) => permission.toLowerCase() === name.toLowerCase())
  return known && { names: [known], resource, stamp }
}
