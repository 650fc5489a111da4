/**
 * One-time codes of two-step verification (RFC 6238 over RFC 4226): six digits from a shared secret and the time. Pure;
 * whose secret it is, and how often one may guess, is asked elsewhere.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30
/** RFC 6238, 5.2: one step before and after, for clocks that do not agree. */
const toleratedSteps = [0, -1, 1]

export type CodeOptions = { digits?: number }

/** The code of that instant. */
export function codeAt(secret: Uint8Array, at: Date, { digits = 6 }: CodeOptions = {}): string {
  return codeOf(secret, stepAt(at), digits)
}

/** Whether that is the code of the instant, or of the step before or after. Spaces, as apps print them, do not count. */
export function isCode(secret: Uint8Array, typed: string, at: Date): boolean {
  const offered = Buffer.from(typed.slice(0, 20).replaceAll(/\s/g, ''))
  return toleratedSteps.some((steps) => {
    const right = Buffer.from(codeOf(secret, stepAt(at) + steps, 6))
    return right.length === offered.length && timingSafeEqual(right, offered)
  })
}

/** As authenticator apps take it (RFC 4648, 6), without padding. */
export function base32(octets: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...octets].map((octet) => octet.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds)
}

/** RFC 4226, 5.3: HMAC-SHA-1 of the counter, truncated dynamically. */
function codeOf(secret: Uint8Array, step: number, digits: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = digest.at(-1)! & 0x0f
  const number = digest.readUInt32BE(offset) & 0x7f_ff_ff_ff
  return String(number % 10 ** digits).padStart(digits, '0')
}
