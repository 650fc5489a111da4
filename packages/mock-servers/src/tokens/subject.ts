/**
 * Who somebody is to the identity service: the ids that tokens carry. Derived from the address alone, so that they are the
 * same in every instance and after every reset.
 */
import { createHash } from 'node:crypto'
import type { Account } from '../directory/account.ts'
import { domainOf } from '../directory/personal-domains.ts'

/** The tenant that all personal accounts are said to be in (MS-OAUTH-19). */
export const personalTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** A work organisation's tenant id. */
export function tenantIdOf(domain: string): string {
  const hex = digest(`tenant ${domain.toLowerCase()}`).toString('hex')
  // The version and variant bits of a random UUID (RFC 9562, 5.4), as Microsoft's tenant ids have them.
  return guid(
    `${hex.slice(0, 12)}4${hex.slice(13, 16)}${'89ab'[Number.parseInt(hex[16]!, 16) % 4]}${hex.slice(17, 32)}`,
  )
}

export type Subject = {
  /** The same for every application. A personal account's is its 64-bit number after zeros (MS-OAUTH-19). */
  objectId: string
  tenantId: string
  /** Another for every application. */
  subject: string
}

export function subjectOf({ address, kind }: Pick<Account, 'address' | 'kind'>, clientId: string): Subject {
  const person = address.toLowerCase()
  const number = digest(`account ${person}`).toString('hex')
  return {
    objectId: guid(kind === 'personal' ? `${'0'.repeat(16)}0003${number.slice(0, 12)}` : number.slice(0, 32)),
    tenantId: kind === 'personal' ? personalTenantId : tenantIdOf(domainOf(address)),
    subject: digest(`${clientId} ${person}`).toString('base64url'),
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function guid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
