/**
 * The one call of Microsoft Graph that mail programs need where SMTP is off: `POST /v1.0/me/sendMail` with a MIME message
 * (MS-OAUTH-53). In whose name somebody may send is decided where SMTP decides it.
 */
import { Hono, type Context } from 'hono'
import { invalidity, type TokenStore } from '../../tokens/token-store.ts'
import type { Account } from '../../directory/account.ts'
import type { Clock } from '../../clock/clock.ts'
import { addressesIn } from '../../mail/addresses.ts'
import { parseMime } from '../../mail/mime/parse.ts'
import { fieldTexts, type MimePart } from '../../mail/mime/part.ts'
import type { Submit } from '../../submission/submission.ts'
import { errorBody, refusals, type GraphRefusal } from '../../voices/graph.ts'
import { bodyOf } from '../body.ts'
import { traceOf } from '../trace.ts'

export type GraphOptions = {
  tokens: TokenStore
  clock: Clock
  /** Takes a message as the submission service does; the account's primary address is both sender and signed in. */
  submit: Submit
}

/** Graph takes four megabytes of JSON or MIME; whatever is larger needs an upload session. */
const octets = 4 * 1024 * 1024

export function graphRoutes(options: GraphOptions): Hono {
  const routes = new Hono()
  routes.post('/v1.0/me/sendMail', async (context) => {
    const at = options.clock.now()
    const body = await bodyOf(context, octets)
    const outcome = send(context, body, options, at)
    if (outcome === 'sent') return context.body(null, 202)
    return refuse(context, outcome, at)
  })
  routes.all('*', (context) => refuse(context, 'not-emulated', options.clock.now()))
  return routes
}

function send(
  context: Context,
  body: Buffer | undefined,
  { tokens, submit }: GraphOptions,
  at: Date,
): GraphRefusal | 'sent' {
  const signedIn = signIn(context, tokens, at)
  if (typeof signedIn === 'string') return signedIn
  if (!body) return 'too-large'
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'text/plain') return 'not-emulated'
  const given = decoded(body)
  if (!given) return 'body-not-base64'
  const header = parseMime(headerOf(given))
  if (header.fields.every(({ name }) => name === '')) return 'not-mime'
  const to = ['to', 'cc', 'bcc'].flatMap((name) => addressesOf(header, name))
  if (to.length === 0) return 'no-recipients'
  const from = fieldTexts(header, 'from').length > 0 ? [] : [Buffer.from(`From: ${signedIn.address}\r\n`)]
  const raw = Buffer.concat([...from, ...withoutBcc(given, header)])
  const { address } = signedIn
  const submitted = submit({ account: address, from: address, to, raw, binary: true, at })
  if (submitted.outcome === 'accepted') return 'sent'
  return submissionRefusals.get(submitted.reason) ?? 'not-mime'
}

const submissionRefusals = new Map<string | undefined, GraphRefusal>([
  ['send-as-denied', 'send-as-denied'],
  ['mailbox-full', 'mailbox-full'],
])

function signIn(context: Context, tokens: TokenStore, at: Date): Account | GraphRefusal {
  const [, shown] = /^bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '') ?? []
  if (shown === undefined) return 'token-missing'
  const token = tokens.find(shown)
  if (!token) return 'token-unknown'
  const invalid = invalidity(token, at)
  if (invalid) return `token-${invalid}`
  if (token.resource !== 'graph') return 'wrong-audience'
  if (!token.permissions.has('Mail.Send')) return 'missing-scope'
  return token.account.standing === 'blocked' ? 'account-suspended' : token.account
}

/** Base64, with line breaks or without; undefined if it is something else. Lines come out ended with CRLF. */
function decoded(body: Buffer): Buffer | undefined {
  const text = body.toString('latin1').replaceAll(/[\r\n]+/g, '')
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/.test(text)) return undefined
  const message = Buffer.from(text, 'base64').toString('latin1')
  return Buffer.from(message.replaceAll(/(?<!\r)\n/g, '\r\n'), 'latin1')
}

function headerOf(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n')
  return end < 0 ? raw : raw.subarray(0, end + 4)
}

function addressesOf(header: MimePart, name: string): string[] {
  return fieldTexts(header, name).flatMap(addressesIn)
}

/** The message in pieces, with every Bcc field left out. */
function withoutBcc(raw: Buffer, header: MimePart): Buffer[] {
  const pieces: Buffer[] = []
  let at = 0
  for (const { name, start, end } of header.fields) {
    if (name !== 'bcc') continue
    pieces.push(raw.subarray(at, start))
    at = end
  }
  return [...pieces, raw.subarray(at)]
}

function refuse(context: Context, reason: GraphRefusal, at: Date): Response {
  const { status } = refusals[reason]
  if (status === 401) {
    const where = 'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"'
    context.header('www-authenticate', `Bearer realm="", ${where}, client_id="00000003-0000-0000-c000-000000000000"`)
  }
  return context.json(errorBody(reason, traceOf(context, at)), status)
}
