/** Probes of scripted servers, for tests. Not part of the product. */
import { issueCertificate } from '@sparekey/testkit/certificate'
import type { ManualClock } from '@sparekey/testkit/clock'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { expect } from 'vitest'
import type { Observation } from '../probe/observation.ts'
import { probe } from '../probe/probe.ts'
import type { Step } from '../protocols/step.ts'
import type { Endpoint, Protocol, Security } from '../settings/settings.ts'
import { networkTo } from './network.ts'
import { timersOf } from './timers.ts'

export const host = 'mail.example'
export const username = 'hanako@hotmail.com'
export const [good, otherName, expired, otherAuthority] = await Promise.all([
  issueCertificate(host),
  issueCertificate('other.example'),
  issueCertificate(host, { expired: true }),
  issueCertificate(host),
])

export type Play = {
  protocol: Protocol
  security?: Security
  secret?: string
  token?: string
  /** By which the limits run; the machine's time if unset. */
  clock?: ManualClock | undefined
  /** `undefined` for a server that does not speak TLS. */
  certificate?: typeof good | undefined
  ca?: string
  script: (peer: Peer) => unknown
}

/** Probes a server that plays `script`, and tells what was observed and what the server heard. */
export async function play({ protocol, security = 'tls', secret, token, script, clock, ...options }: Play) {
  const certificate = 'certificate' in options ? options.certificate : good
  const implicit = security === 'tls' && certificate
  await using server = await startScripted(script, implicit ? { tls: certificate } : {})
  const endpoint: Endpoint = { protocol, host, port: 4000, security }
  const timers = clock && timersOf(clock)
  const network = networkTo(server.port, { ca: options.ca ?? good.ca, ...(timers && { timers }) })
  const proof = token !== undefined ? { token } : secret !== undefined ? { secret } : undefined
  const told: Step[] = []
  const observation = await probe({ endpoint, username, proof }, network, (step) => told.push(step))
  expect(told).toEqual(observation.steps)
  return { observation, heard: server.heard }
}

export const outcomes = ({ steps }: Observation) =>
  steps.map(({ step, outcome, error }) => [step, outcome, error].filter(Boolean).join(' '))
export const stepOf = ({ steps }: Observation, name: Step['step']) => steps.find(({ step }) => step === name)

export const imapCapabilities = (words: string) =>
  [/^A1 CAPABILITY$/, `* CAPABILITY IMAP4rev1 ${words}\r\nA1 OK CAPABILITY completed.\r\n`] as const
export const imapEnd = [
  [/^A3 STATUS INBOX/, '* STATUS Inbox (MESSAGES 0) \r\nA3 OK STATUS completed.\r\n'],
  [/^A4 LOGOUT$/, '* BYE bye\r\nA4 OK LOGOUT completed.\r\n'],
] as const
export const ehlo = (...lines: string[]) =>
  [
    /^EHLO /,
    ['mail.example Hello', ...lines]
      .map((line, index) => `250${index === lines.length ? ' ' : '-'}${line}\r\n`)
      .join(''),
  ] as const
export const popEnd = [
  [/^STAT$/, '+OK 0 0\r\n'],
  [/^QUIT$/, '+OK bye\r\n'],
] as const
