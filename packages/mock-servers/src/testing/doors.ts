/** What the doors for mail programs are opened on: accounts, mailboxes and a gate, at an instant that does not move. */
import { issueCertificate } from '@sparekey/testkit/certificate'
import { ManualClock } from '@sparekey/testkit/clock'
import { Clock } from '../clock/clock.ts'
import type { AccountSpec } from '../directory/account.ts'
import { Directory } from '../directory/directory.ts'
import { MailStore } from '../mail/store.ts'
import { Gate } from '../sign-in/gate.ts'
import { tokenEnd, tokensUntil } from './tokens.ts'

export const address = 'hanako@hotmail.com'
export const password = 'correct horse'
export const frontend = 'LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM'

const certificates = issueCertificate(['pop-mail.outlook.com', 'imap-mail.outlook.com', 'smtp-mail.outlook.com'])

type World = { asOf?: string; mailboxBytes?: number; accounts?: readonly AccountSpec[] }

/** No time limit ends before `timers` is advanced; what a door reports as its own fault is in `faults`. */
export async function doorWorld({
  asOf = '2021-05-01',
  mailboxBytes = 536_870_912,
  accounts = [{ address, password }],
}: World = {}) {
  const { ca, ...tls } = await certificates
  const clock = new Clock(new Date(asOf))
  clock.freeze(true)
  clock.set(asOf)
  const now = () => clock.now()
  const directory = new Directory({ now })
  const store = new MailStore({ mailboxBytes, now })
  for (const spec of accounts) store.create(spec.address, directory.add(spec).kind)
  const limits = { failuresPerConnection: 3, failuresBeforeBlock: null }
  const gate = new Gate({ directory, clock, limits, tokens: tokensUntil(tokenEnd) })
  const timers = new ManualClock()
  const faults: unknown[] = []
  const onError = (error: unknown) => void faults.push(error)
  return {
    account: directory.get(address)!,
    ca,
    clock,
    directory,
    faults,
    gate,
    store,
    timers,
    /** What every door is opened with. */
    options: { gate, clock, frontend, tls, host: '127.0.0.1', port: 0, timers, onError },
  }
}
