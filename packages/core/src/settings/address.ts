import { domainToASCII } from 'node:url'
import { SparekeyError } from '../errors/sparekey-error.ts'

/** A mail address as far as signing in needs it: one local part, and one domain that DNS could know. */
export type Address = { address: string; local: string; domain: string }

/** RFC 5321, section 4.5.3.1; the whole path counts two angle brackets more. */
const maxLocalBytes = 64
const maxAddressBytes = 254

/** RFC 5322 atoms and RFC 6532's letters outside ASCII, joined by single dots. */
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~\u{80}-\u{10ffff}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u{80}-\u{10ffff}-]+)*$/u
const quotedLocal = /^"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])*"$/u
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads `hanako@hotmail.com`; never guesses. The domain comes back in lower case and in ASCII (`例え.jp` as `xn--r8jz45g.jp`); the local
 * part keeps its spelling.
 * @throws SparekeyError `bad-address`
 */
export function parseAddress(text: string): Address {
  const trimmed = text.trim()
  const at = trimmed.lastIndexOf('@')
  const local = trimmed.slice(0, at)
  const domain = domainToASCII(trimmed.slice(at + 1))
  const address = `${local}@${domain}`
  const labels = domain.split('.')
  const fits = Buffer.byteLength(local) <= maxLocalBytes && Buffer.byteLength(address) <= maxAddressBytes
  const localIsOne =
    at > 0 && (dotAtom.test(local) || quotedLocal.test(local)) && !/[\p{Cc}\p{Z}\u{feff}]/u.test(unquoted(local))
  const domainIsOne =
    labels.length > 1 &&
    labels.every((label) => domainLabel.test(label)) &&
    !/^\d+$/.test(labels.at(-1)!) &&
    // These are dropped on the way to ASCII, as in URLs.
    !/[\t\r\n]/.test(trimmed)
  if (fits && localIsOne && domainIsOne) return { address, local, domain }
  throw new SparekeyError('bad-address', { address: text, problem: 'not-an-address' })
}

/** Spaces may stand in quotes only. */
function unquoted(local: string): string {
  return local.startsWith('"') ? '' : local
}
