/**
 * How the mock keeps passwords and app passwords: HMAC-SHA-256 under a key made at start, compared in constant time.
 * The key lives and dies with the process, so a digest is worth nothing elsewhere. A slow hash would be most of a
 * sign-in, and the mock holds test secrets only. Never keeps, logs or returns a secret itself.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export class SecretDigest {
  readonly #key = randomBytes(32)

  /** @param secret compared octet by octet as UTF-8: no trimming, no case folding, no Unicode normalisation */
  of(secret: string): Buffer {
    return createHmac('sha256', this.#key).update(secret, 'utf8').digest()
  }

  /** Whether both digests are of the same secret; takes the same time either way. */
  same(one: Buffer, other: Buffer): boolean {
    return timingSafeEqual(one, other)
  }
}
