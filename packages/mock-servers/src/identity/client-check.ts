/** Whether a client may use the identity service at all, whether it is who it says, and for whose accounts. */
import type { Account } from '../directory/account.ts'
import type { Client, Clients } from './clients.ts'
import type { Refusal } from './refusal.ts'
import { admits, type Authority } from './authority.ts'

/** @param where.tenant the path's first segment, for the words of a refusal */
export function findClient(
  clients: Clients,
  clientId: string | undefined,
  where: { authority: Authority; tenant: string },
): { client: Client } | { refusal: Refusal } {
  if (!clientId) return { refusal: { reason: 'parameter-missing', details: { parameter: 'client_id' } } }
  const client = clients.get(clientId)
  if (!client) return { refusal: { reason: 'client-unknown', details: { clientId, tenant: where.tenant } } }
  const details = { clientId: client.id, clientName: client.name }
  if (!client.enabled) return { refusal: { reason: 'client-disabled', details } }
  const { name } = where.authority
  if (name === 'consumers' && !client.accounts.includes('personal')) {
    return { refusal: { reason: 'client-not-for-personal', details } }
  }
  if ((name === 'organizations' || name === 'tenant') && !client.accounts.includes('work')) {
    return { refusal: { reason: 'client-not-for-work', details } }
  }
  return { client }
}

/** A confidential client must show its secret, a public one must not have any. */
export function secretRefusal(clients: Clients, client: Client, secret: string | undefined): Refusal | undefined {
  const details = { clientId: client.id }
  if (client.type === 'public') return secret === undefined ? undefined : { reason: 'client-secret-needless', details }
  if (secret === undefined) return { reason: 'client-secret-missing', details }
  return clients.proves(client, secret) ? undefined : { reason: 'client-secret-wrong', details }
}

/** Whether an account may sign in to that client there. */
export function isFor({ authority, client }: { authority: Authority; client: Client }, account: Account): boolean {
  return admits(authority, account) && client.accounts.includes(account.kind)
}
