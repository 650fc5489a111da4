/** An IMAP server of canned answers, and our mailbox at it. Not part of the product. */
import { issueCertificate } from '@sparekey/testkit/certificate'
import type { ManualClock } from '@sparekey/testkit/clock'
import type { Peer, ScriptedServer } from '@sparekey/testkit/server'
import { networkTo } from './network.ts'
import { timersOf } from './timers.ts'
import type { Endpoint } from '../settings/settings.ts'
import { openMailbox } from '../open-mailbox.ts'

const host = 'imap.example'
export const tls = await issueCertificate(host)
export const endpoint: Endpoint = { protocol: 'imap', host, port: 993, security: 'tls' }
export const secret = 'abcdefghijklmnop'

/** Microsoft's capabilities of 2021 (MS-IMAP-02), enough of them. */
export const capability =
  'CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+'

export type Answers = Record<string, (tag: string, line: string) => string | Buffer>

const stock: Answers = {
  CAPABILITY: (tag) => `* ${capability}\r\n${tag} OK done\r\n`,
  ID: (tag) => `* ID NIL\r\n${tag} OK done\r\n`,
  LOGIN: (tag) => `${tag} OK done\r\n`,
  AUTHENTICATE: () => '+ \r\n',
  NAMESPACE: (tag) => `* NAMESPACE (("" "/")) NIL NIL\r\n${tag} OK done\r\n`,
  LIST: (tag) => `* LIST () "/" INBOX\r\n${tag} OK done\r\n`,
  LSUB: (tag) => `${tag} OK done\r\n`,
  EXAMINE: (tag) => `* 3 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 10] ok\r\n${tag} OK [READ-ONLY] done\r\n`,
  LOGOUT: (tag) => `* BYE bye\r\n${tag} OK done\r\n`,
}

/** An IMAP server of canned answers; a line that is no command is the answer to `AUTHENTICATE`. */
export function serve(answers: Answers = {}, greeting = '* OK ready\r\n') {
  return async (peer: Peer) => {
    peer.send(greeting)
    let pending = ''
    for (;;) {
      const line = await peer.line()
      const [tag, verb, next] = line.split(' ')
      if (verb === undefined) {
        peer.send((answers.secret ?? ((tag) => `${tag} OK done\r\n`))(pending, line))
        continue
      }
      if (verb === 'AUTHENTICATE') pending = tag!
      const answer = answers[verb === 'UID' ? `UID ${next}` : verb] ?? stock[verb]
      if (!answer) throw new Error(`unexpected: ${line}`)
      peer.send(answer(tag!, line))
    }
  }
}

type Change = { clock?: ManualClock; secret?: string; token?: string; signal?: AbortSignal }

export function open(server: ScriptedServer, change: Change = {}) {
  const { clock, token, signal } = change
  const network = networkTo(server.port, { ca: tls.ca, ...(clock && { timers: timersOf(clock) }) })
  const proof = token === undefined ? { secret: change.secret ?? secret } : { token }
  return openMailbox({ endpoint, username: 'hanako@hotmail.com', network, signal, ...proof })
}

export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: { code: unknown }) => error.code,
  )
}

export function literal(text: string): string {
  return `{${Buffer.byteLength(text, 'latin1')}}\r\n${text}`
}

export function envelope(seq: number, subject: string): string {
  const headers = `Subject: ${subject}\r\nFrom: Hanako <hanako@hotmail.com>\r\nDate: Sat, 1 May 2021 0${seq}:00:00 +0000\r\n\r\n`
  const section = 'BODY[HEADER.FIELDS (from to subject date message-id)]'
  return `* ${seq} FETCH (UID ${seq + 6} FLAGS (\\Seen) RFC822.SIZE 100 INTERNALDATE "01-May-2021 00:00:00 +0000" ${section} ${literal(headers)})\r\n`
}
