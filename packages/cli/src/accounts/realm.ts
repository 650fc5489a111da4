import { createHash } from 'node:crypto'
import type { Network } from '@sparekey/core'

/**
 * Whose servers an account belongs to: `real`, or a fingerprint of the certificate authority of a server map. An account is
 * only ever looked for in its own realm, so that a real secret never goes to a mock, nor the reverse. A map without an
 * authority of its own leads to servers that prove to be the real ones.
 */
export function realmOf({ ca }: Pick<Network, 'ca'>): string {
  if (ca === undefined) return 'real'
  const certificates = ca.replaceAll(/\s+/g, '')
  return `map-${createHash('sha256').update(certificates).digest('hex').slice(0, 16)}`
}
