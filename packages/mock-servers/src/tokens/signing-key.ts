/**
 * The key that signs tokens (RS256, as Microsoft's do). Made on first use, off the main thread, so that a mock nobody asks
 * for a token starts as fast as before. Lives and dies with the process, and never leaves it but for its public half.
 * All mocks of a process sign with one key, as all of Microsoft's tenants do: making one costs more than starting a mock.
 * Nothing is let in by a signature here: a token opens what the mock that issued it remembers.
 */
import { createHash, generateKeyPair, sign, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

/** The public half as a JSON Web Key (RFC 7517), as Microsoft's key endpoint lists it. */
type PublicKey = { kty: string; use: 'sig'; kid: string; x5t: string; n: string; e: string }

/** Makes a JSON Web Token of these claims (RFC 7519). */
type Sign = (claims: Readonly<Record<string, unknown>>) => string

export type SigningKey = { publicKey: PublicKey; sign: Sign }

let made: Promise<SigningKey> | undefined

/** The key, made if nobody asked for it before. */
export function signingKey(): Promise<SigningKey> {
  made ??= makeKey()
  return made
}

async function makeKey(): Promise<SigningKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const { n, e } = pair.publicKey.export({ format: 'jwk' }) as { n: string; e: string }
  // A thumbprint (RFC 7638); Microsoft's is that of a certificate, and just as opaque to clients.
  const kid = createHash('sha1')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url')
  const publicKey = { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e } as const
  return { publicKey, sign: (claims) => jsonWebToken(claims, kid, pair.privateKey) }
}

function jsonWebToken(claims: object, kid: string, key: KeyObject): string {
  const header = { typ: 'JWT', alg: 'RS256', kid, x5t: kid }
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`
}
