/** Where a mock listens, as it stands in flags: ports by the name of their server, and hosts. */
import { isIP } from 'node:net'
import type { Words } from '../../words/words.ts'

const portNames = ['pop3', 'imap', 'smtp', 'http', 'https'] as const
export type NamedPort = { name: (typeof portNames)[number]; port: number }

export function parsePort(input: string, usage: Words['usage']): NamedPort {
  const [, given, digits] = /^([^=]*)=(\d{1,5})$/.exec(input) ?? []
  if (given === undefined || Number(digits) > 65_535) throw new Error(usage.notAPort(input))
  const name = portNames.find((known) => known === given)
  if (name === undefined) throw new Error(usage.noPortName(given))
  return { name, port: Number(digits) }
}

/** A name as it stands in a certificate and a Host field, or an IP address; containers have names with `_` in them. */
export function parseHost(input: string, usage: Words['usage']): string {
  if (isIP(input) === 0 && !/^\w[\w-]*(?:\.\w[\w-]*)*$/.test(input)) throw new Error(usage.notAHost(input))
  return input
}
