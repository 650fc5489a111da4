/**
 * The story of docs/reference/story.md: a locked-out mailbox, from the cause to the cure, in 2021 and today. Every step
 * is played by core's own client code over TLS and then looked at; nothing is told that did not happen.
 */
import { randomUUID } from 'node:crypto'
import {
  check,
  mappedNetwork,
  openMailbox,
  parseServerMap,
  prepareEml,
  settingsFor,
  submit,
  type CheckReport,
  type Network,
  type SubmitResult,
} from '@sparekey/core'
import type { Microsoft } from '@sparekey/mock-servers'
import { difficultMessage } from './message.ts'
import { everySignIn, playToday, type Today } from './today.ts'

/** What came back through a door: the same bytes, others, or nothing. */
type Fetched = { door: 'imap' | 'pop3'; outcome: 'same' | 'different' | 'missing' }

/** One step as it came out; `asTold` if it did so as the story has it. */
export type Scene = { asTold: boolean } & (
  | { kind: 'signs-in' | 'is-refused' | 'reason'; report: CheckReport }
  | { kind: 'app-password'; password: string }
  | { kind: 'works-again'; report: CheckReport; octets: number; sent: SubmitResult; fetched: Fetched[] }
  | ({ kind: 'today' } & Today)
)

type Stage = { microsoft: Microsoft; address: string; password: string; timeoutMs: number }

/** Plays step after step, until the end or to the first that does not come out as told. */
export async function* playStory(stage: Stage): AsyncGenerator<Scene> {
  for await (const scene of scenes(stage)) {
    yield scene
    if (!scene.asTold) return
  }
}

async function* scenes({ microsoft, address, password, timeoutMs }: Stage): AsyncGenerator<Scene> {
  const network = mappedNetwork(parseServerMap(microsoft.servers), { timeoutMs })
  const account = microsoft.accounts.get(address)

  const before = await check({ address, secret: password, network })
  yield { kind: 'signs-in', report: before, asTold: before.ok && everySignIn(before, 'ok') }

  account.twoStep = true
  const refused = await check({ address, secret: password, network })
  const inWords = refused.protocols.every(({ steps }) => steps.some(({ step, reply }) => step === 'sign-in' && reply))
  yield { kind: 'is-refused', report: refused, asTold: everySignIn(refused, 'failed') && inWords }

  yield { kind: 'reason', report: refused, asTold: refused.finding.code === 'app-password-needed' }

  const { password: appPassword } = account.createAppPassword('Outlook 2016')
  const shownAgain = JSON.stringify(account.appPasswords).includes(appPassword)
  yield { kind: 'app-password', password: appPassword, asTold: /^[a-z]{16}$/.test(appPassword) && !shownAgain }

  const after = await check({ address, secret: appPassword, network })
  const mail = await sendAndFetch(address, appPassword, network)
  const arrived = mail.sent.accepted.length === 1 && mail.fetched.every(({ outcome }) => outcome === 'same')
  yield { kind: 'works-again', report: after, ...mail, asTold: after.ok && everySignIn(after, 'ok') && arrived }

  yield { kind: 'today', ...(await playToday({ microsoft, address, password, appPassword, timeoutMs })) }
}

/** Sends a message to oneself over SMTP, and compares what IMAP and POP3 give back with what was submitted. */
async function sendAndFetch(address: string, secret: string, network: Network) {
  const messageId = `<${randomUUID()}@sparekey.example>`
  const { raw, envelope } = await prepareEml(difficultMessage(address, messageId, network.now()))
  const { servers } = await settingsFor(address, { network })
  const serverOf = (wanted: string) => servers.find(({ protocol }) => protocol === wanted)!
  const smtp = serverOf('smtp')
  const sent = await submit({ endpoint: smtp, username: smtp.username, secret, network, envelope, raw })
  const fetched: Fetched[] = []
  for (const door of ['imap', 'pop3'] as const) {
    const endpoint = serverOf(door)
    await using mailbox = await openMailbox({ endpoint, username: endpoint.username, secret, network })
    const found = (await mailbox.list()).find((message) => message.messageId === messageId)
    const kept = found && (await mailbox.raw(found.uid))
    fetched.push({ door, outcome: kept === undefined ? 'missing' : kept.equals(raw) ? 'same' : 'different' })
  }
  return { octets: raw.length, sent, fetched }
}
