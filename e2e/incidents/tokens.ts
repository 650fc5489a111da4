import type { KnownToken } from '@sparekey/core'
import type { TokenKind } from './incident.ts'

const outlook = 'https://outlook.office.com'
const mailScopes = 'IMAP.AccessAsUser.All POP.AccessAsUser.All SMTP.Send'

/** What a work account's token says of itself, where it differs from a good one. */
const claims: Record<Exclude<TokenKind, 'opaque' | 'alias'>, Record<string, unknown>> = {
  good: {},
  'other-account': { upn: 'jiro@contoso.example', preferred_username: 'jiro@contoso.example' },
  'other-service': { aud: 'https://graph.microsoft.com', scp: 'Mail.Read Mail.Send User.Read' },
  'app-only': {
    roles: ['IMAP.AccessAsApp', 'POP.AccessAsApp'],
    idtyp: 'app',
    scp: undefined,
    upn: undefined,
    preferred_username: undefined,
  },
  'other-scope': { scp: 'EWS.AccessAsUser.All' },
  long: {
    groups: Array.from({ length: 150 }, (_, index) => `5ba4e4e7-0001-4c1e-a8d5-${String(index).padStart(12, '0')}`),
  },
}

/** A personal account's token tells nothing; whose it is was told beside it. */
const opaque = `EwB4A8l6BAAU${'kT3q'.repeat(80)}`

export function tokenOf(kind: TokenKind, address: string, day: string): KnownToken {
  if (kind === 'opaque') return { accessToken: opaque }
  if (kind === 'alias') return { accessToken: opaque, username: 'hanako.own@example.com' }
  const issued = Date.parse(`${day}T12:00:00Z`) / 1000
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const payload = {
    aud: outlook,
    iat: issued - 60,
    exp: issued + 3600,
    tid: '5ba4e4e7-0002-4c1e-a8d5-0000000000aa',
    upn: address,
    preferred_username: address,
    scp: mailScopes,
    ver: '1.0',
    ...claims[kind],
  }
  return { accessToken: `${part({ typ: 'JWT', alg: 'RS256', kid: 'a key' })}.${part(payload)}.${part('a signature')}` }
}
