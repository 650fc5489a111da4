import type { Hide } from '../../wire/hide-proof.ts'
import { protocolBroken } from '../../errors/failure.ts'

/** Message number → what the server listed for it, in the server's order. */
export type Listing<T> = Map<number, T>

/** `UIDL` body (RFC 1939, section 7): the unique id is any word of printable characters. */
export function parseUidl(body: string, hide?: Hide): Listing<string> {
  return parseListing(body, /^(\d{1,10}) ([!-~]{1,512})$/, (uid) => uid, hide)
}

/** `LIST` body (RFC 1939, section 5): octets; what a server adds behind them is passed over. */
export function parseList(body: string, hide?: Hide): Listing<number> {
  return parseListing(body, /^(\d{1,10}) (\d{1,15})(?: .*)?$/, Number, hide)
}

/** `STAT` reply text (RFC 1939, section 5). */
export function parseStat(text: string, hide: Hide = asItIs): { messages: number; octets: number } {
  const match = /^(\d{1,10}) (\d{1,15})(?: .*)?$/.exec(text)
  if (!match) throw protocolBroken('stat-unreadable', { reply: hide(text) })
  return { messages: Number(match[1]), octets: Number(match[2]) }
}

/** `CAPA` body (RFC 2449, section 5): capability in upper case → its arguments. */
export function parseCapabilities(body: string): Map<string, string[]> {
  const capabilities = new Map<string, string[]>()
  for (const line of lines(body)) {
    const [name, ...args] = line.trim().split(/\s+/)
    if (name) capabilities.set(name.toUpperCase(), args)
  }
  return capabilities
}

function parseListing<T>(body: string, pattern: RegExp, read: (value: string) => T, hide: Hide = asItIs): Listing<T> {
  const listing: Listing<T> = new Map()
  for (const line of lines(body)) {
    const match = pattern.exec(line.trimEnd())
    if (!match) throw protocolBroken('listing-unreadable', { reply: hide(line) })
    listing.set(Number(match[1]), read(match[2]!))
  }
  return listing
}

const asItIs: Hide = (said) => said

function lines(body: string): string[] {
  const all = body.split('\r\n')
  if (all.at(-1) === '') all.pop()
  return all
}
