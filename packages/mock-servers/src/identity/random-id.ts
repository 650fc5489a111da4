/** Ids and codes nobody can guess. */
import { randomBytes, randomInt } from 'node:crypto'

/** 256 bits, safe in URLs and cookies. */
export function randomId(): string {
  return randomBytes(32).toString('base64url')
}

/** Of letters and digits that are hard to confuse when they are typed in. */
export function typableCode(length: number): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
