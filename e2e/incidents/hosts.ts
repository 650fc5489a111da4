import { parseUsing, type Protocol, type Using } from '@sparekey/core'
import type { Incident } from './incident.ts'

export type Place = { host: string; port: number; starttls: boolean }

/** Where Microsoft's servers are, whatever the day and the kind of account. */
const official: Record<Protocol, readonly Place[]> = {
  imap: [
    { host: 'outlook.office365.com', port: 993, starttls: false },
    { host: 'imap-mail.outlook.com', port: 993, starttls: false },
  ],
  pop3: [
    { host: 'outlook.office365.com', port: 995, starttls: false },
    { host: 'pop-mail.outlook.com', port: 995, starttls: false },
  ],
  smtp: [
    { host: 'smtp.office365.com', port: 587, starttls: true },
    { host: 'smtp-mail.outlook.com', port: 587, starttls: true },
  ],
}

export function usingOf({ using }: Incident): Using[] {
  return using === undefined ? [] : [parseUsing(using)]
}

/** Where an incident's server has to stand: under the official names, or where its program was told to go. */
export function placesFor(incident: Incident, protocol: Protocol): readonly Place[] {
  const [named] = usingOf(incident)
  if (named?.protocol !== protocol) return official[protocol]
  const { host, port, security } = named
  return [{ host, port, starttls: security === 'starttls' }]
}

/** Every name that a certificate needs. */
export function namesIn(incidents: readonly Incident[]): string[] {
  const named = incidents.flatMap(usingOf).map(({ host }) => host)
  const known = Object.values(official).flatMap((places) => places.map(({ host }) => host))
  return [...new Set([...known, ...named, 'login.microsoftonline.com', 'graph.microsoft.com'])]
}
