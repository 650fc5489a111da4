import type { Microsoft } from '@sparekey/mock-servers'
import { ControlApi } from './control-api.ts'

/** What a mail program asks for: all three doors. */
export const mailScopes = ['IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send'].map(
  (name) => `https://outlook.office.com/${name}`,
)

/** An access token, and what its owner was told of it. */
export type IssuedToken = { accessToken: string; username: string; expiresAt: Date; scopes: readonly string[] }

/** A token as the identity service would issue it, for tests that start where signing in ends. */
export async function tokenFor(
  microsoft: Microsoft,
  username: string,
  { scopes = mailScopes, ...more }: { scopes?: readonly string[]; expiresIn?: number } = {},
): Promise<IssuedToken> {
  const api = new ControlApi(microsoft.servers.api)
  const path = `/accounts/${encodeURIComponent(username)}/tokens`
  type Answer = { access_token: string; expires_in: number }
  const issued = await api.send<Answer>('POST', path, { scopes, ...more })
  const expiresAt = new Date(microsoft.clock.now().getTime() + issued.expires_in * 1000)
  return { accessToken: issued.access_token, username, expiresAt, scopes }
}
