import { cloudOf, legacyHostOn } from '../settings/servers.ts'
import type { Protocol, ServerSettings } from '../settings/settings.ts'
import type { Using } from '../settings/using.ts'

/** What a mail program is set to, against what is right. */
export type Difference = {
  field: 'host' | 'port' | 'security' | 'spa' | 'authentication' | 'username'
  now: string
  right: string
}

/** Where no day is known: whatever has an end has ended. */
export const lastOfDays = '9999-12-31'

/**
 * Every setting that differs. Two official names of one front end do not differ on any day: a program set to either
 * reaches the same mailbox, so changing the one for the other would mend nothing. Nor do upper and lower case.
 */
export function compare(now: Using, right: ServerSettings, asOf = lastOfDays): Difference[] {
  const onOff = (on: boolean) => (on ? 'on' : 'off')
  const both: [field: Difference['field'], now: string, right: string, same: boolean][] = [
    ['host', now.host, right.host, sameHost(right.protocol, now.host, right.host, asOf)],
    ['port', String(now.port), String(right.port), now.port === right.port],
    ['security', now.security, right.security, now.security === right.security],
    ['spa', onOff(now.spa), onOff(right.spa), now.spa === right.spa],
    ['authentication', onOff(now.authentication), 'on', now.authentication],
    [
      'username',
      now.username ?? right.username,
      right.username,
      sameName(now.username ?? right.username, right.username),
    ],
  ]
  return both.filter(([, , , same]) => !same).map(([field, now, right]) => ({ field, now, right }))
}

function sameHost(protocol: Protocol, now: string, right: string, asOf: string): boolean {
  const name = now.toLowerCase().replace(/\.$/, '')
  if (legacyHostOn(asOf, name) === 'open') return true
  const cloud = cloudOf(protocol, name)
  return name === right || (cloud !== undefined && cloud === cloudOf(protocol, right))
}

function sameName(now: string, right: string): boolean {
  return now.toLowerCase() === right.toLowerCase()
}
