import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type {
  SMTPConnectionCustomAuthContext as AuthContext,
  SMTPConnectionSendInfo as SendInfo,
} from 'nodemailer/lib/smtp-connection'
import { checkCredentials, type Credentials } from '../credentials/credentials.ts'
import { hiderOf, type Hide } from '../wire/hide-proof.ts'
import type { Network } from '../network/network.ts'
import type { ErrorDetails, SparekeyError } from '../errors/sparekey-error.ts'
import type { Endpoint } from '../settings/settings.ts'
import { dropped } from '../wire/connect.ts'
import { openChannel } from '../wire/channel.ts'
import { failure, protocolBroken, socketFailure } from '../errors/failure.ts'
import { inTime, type Pace } from '../wire/time-limit.ts'
import type { Envelope } from '../message/outgoing.ts'
import { base64, saslResponses } from '../protocols/sasl.ts'

/** How much of a message is given to the socket at a time, so that it shows whether the server takes it. */
const pieceBytes = 16 * 1024

/** `secret` or `token` signs in; it is sent exactly as it is. */
export type Submission = Credentials & {
  endpoint: Endpoint
  network: Network
  envelope: Envelope
  /** The message, CRLF line ends; dots are stuffed here. */
  raw: Buffer
  signal?: AbortSignal | undefined
}

/** What the server did with a message. If it took it for nobody, `accepted` is empty and the message was not sent. */
export type SubmitResult = {
  accepted: string[]
  rejected: { address: string; reply: string }[]
  /** The server's last words about the message, as they came. */
  reply: string
  /** The Message-ID the server gave the message in place of its own, if it says so. */
  serverMessageId?: string
}

/**
 * Submits one message (RFC 6409) by nodemailer, over a verified channel, with one sign-in attempt. It is never sent
 * twice: if it was handed over and the server then neither takes nor refuses it in so many words, the error's
 * `details.delivery` is `unknown`.
 * Throws `sign-in-refused`, `sender-not-allowed`, `message-refused`, `server-unavailable` (all with `details.reply`),
 * `protocol-broken` and the findings of a connection.
 */
export async function submit(submission: Submission): Promise<SubmitResult> {
  const { endpoint, username, network, envelope, raw, signal } = submission
  checkCredentials(submission)
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const hide = hiderOf('smtp', submission)
  const { socket } = await openChannel(endpoint, network, { signal, hide })
  // The greeting has been read; nodemailer gets one that says nothing and asks for the server's abilities again.
  socket.unshift(Buffer.from('220\r\n'))
  let refusal: SparekeyError | undefined
  const connection = new Connection({
    host: endpoint.host,
    connection: socket,
    secure: true,
    secured: true,
    name: '[127.0.0.1]',
    customAuth: {
      OURS: async (context) => {
        refusal = await signIn(context, submission, hide)
        if (refusal) context.reject(refusal.message)
      },
    },
    greetingTimeout: network.timeoutMs,
    socketTimeout: network.timeoutMs,
    socketCloseTimeout: 1000,
    maxResponseSize: 64 * 1024,
    logger: false,
  })
  const inStep = <T>(run: Step<T>, pace?: Pace) => inTime(socket, network.timeoutMs, () => step(connection, run), pace)
  let handedOver = false
  try {
    await inStep((done) => connection.connect(done))
    await inStep((done) => connection.login({ user: username, method: 'OURS' }, done))
    // A stream, because nodemailer asks for its first byte only when the server has asked for the message.
    const message = Readable.from(
      (function* () {
        handedOver = true
        for (let at = 0; at < raw.length; at += pieceBytes) yield raw.subarray(at, at + pieceBytes)
      })(),
    )
    const options = { ...envelope, size: raw.length, use8BitMime: raw.some((byte) => byte > 127) }
    const send: Step<SendInfo> = (done) => connection.send(options, message, done)
    const info = await inStep(send, { answers: countAnswers(socket) })
    // nodemailer takes whatever begins with a 2 for a yes.
    if (!/^2\d\d(?:[ -]|$)/.test(info.response)) throw notSmtp(hide(info.response))
    connection.quit()
    return {
      accepted: info.accepted,
      rejected: rejections(info.rejectedErrors, hide),
      reply: hide(info.response),
      ...(info.serverMessageId !== undefined && { serverMessageId: hide(info.serverMessageId) }),
    }
  } catch (error) {
    if (refusal) throw refusal
    if (signal?.aborted) throw failure('aborted', 'Stopped on request.', delivery(handedOver))
    const { rejectedErrors, response } = error as NodemailerError
    const garbage = rejectedErrors?.find(({ response = '' }) => !saysNo.test(response))
    if (garbage) throw notSmtp(hide(garbage.response ?? ''))
    if (rejectedErrors) return { accepted: [], rejected: rejections(rejectedErrors, hide), reply: hide(response ?? '') }
    const closing = String(connection.lastServerResponse)
    if (/^421[ -]/.test(closing)) throw unavailable(hide(closing))
    throw smtpFailure(error as NodemailerError, handedOver, hide)
  } finally {
    connection.close()
  }
}

type Step<T> = (done: (error?: Error | null, result?: T) => void) => void

/** One step of the dialog: it ends with its own result or error, or with the connection's. */
function step<T>(connection: SMTPConnection, run: Step<T>) {
  return new Promise<T>((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(dropped()))
    run((error, result) => (error ? reject(error) : resolve(result as T)))
  })
}

/** How many replies came to their end: commands that are sent together (RFC 2920) are answered one by one. */
function countAnswers(socket: Socket): () => number {
  let answers = 0
  let rest = ''
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop()!
    answers += lines.filter((line) => /\S/.test(line) && !/^\d+-/.test(line)).length
  })
  return () => answers
}

/** One attempt, by the server's way for it; the secret or token stays here if there is none. */
async function signIn(context: AuthContext, credentials: Credentials, hide: Hide): Promise<SparekeyError | undefined> {
  const { authMethods, sendCommand } = context
  const dialog = dialogFor(credentials, authMethods)
  if (!dialog) {
    const what = credentials.token === undefined ? 'passwords' : 'access tokens'
    const reply = hide(['AUTH', ...authMethods].join(' '))
    return failure('sign-in-refused', `The server takes no ${what} here. Nothing was sent.`, { reply })
  }
  for (const [index, line] of dialog.entries()) {
    let { status, response } = await sendCommand(line)
    // Other servers than Microsoft's tell XOAUTH2's error as a challenge; an empty answer brings the refusal.
    if (status === 334 && credentials.token !== undefined) ({ status, response } = await sendCommand(''))
    if (status !== (index === dialog.length - 1 ? 235 : 334)) return signInRefused(status, hide(response))
  }
  return undefined
}

/** What to say, line by line as the server asks for it: a token by XOAUTH2, a password by PLAIN or, as Microsoft offers it, LOGIN. */
function dialogFor({ username, secret, token }: Credentials, offered: readonly string[]): string[] | undefined {
  if (token !== undefined) {
    return offered.includes('XOAUTH2') ? [`AUTH XOAUTH2 ${saslResponses.XOAUTH2(username, token)}`] : undefined
  }
  if (offered.includes('PLAIN')) return [`AUTH PLAIN ${saslResponses.PLAIN(username, secret)}`]
  return offered.includes('LOGIN') ? ['AUTH LOGIN', base64(username), base64(secret)] : undefined
}

function signInRefused(status: number, reply: string): SparekeyError {
  if (status < 400) return protocolBroken('The server did not answer the sign-in as SMTP does.', reply)
  return status < 500 ? unavailable(reply) : failure('sign-in-refused', 'The server refused the sign-in.', { reply })
}

function unavailable(reply: string): SparekeyError {
  return failure('server-unavailable', 'The server cannot do this at the moment.', { reply })
}

/** Microsoft's refusals of a sender who is not the signed-in account: MS-SMTP-27 and MS-SMTP-28. */
const senderRefused = /SendAsDenied|\b5\.7\.60\b/

/** A reply that says no (RFC 5321, section 4.2.1): what it answers was not done. */
const saysNo = /^[45]\d\d(?:[ -]|$)/

/**
 * Once the message was handed over, only a refusal says that it was not sent. Whatever else goes wrong then leaves it open,
 * and must say so: who took it for a failure would send the message twice.
 */
function smtpFailure(error: NodemailerError, handedOver: boolean, hide: Hide): SparekeyError {
  const { response = '' } = error
  if (saysNo.test(response)) return refused(response, hide)
  const failed = unanswered(error, hide)
  if (!handedOver) return failed
  const message = `${failed.message} The message may have been sent: look before sending it again.`
  return failure(failed.code, message, { ...failed.details, ...delivery(true) }, failed.cause)
}

function refused(response: string, hide: Hide): SparekeyError {
  const reply = hide(response)
  if (response.startsWith('4')) return unavailable(reply)
  return senderRefused.test(response)
    ? failure('sender-not-allowed', 'The account may not send as this sender.', { reply })
    : failure('message-refused', 'The server refused the message.', { reply })
}

function unanswered(error: NodemailerError, hide: Hide): SparekeyError {
  const { code, response } = error
  if (response !== undefined) return notSmtp(hide(response))
  if (code === 'EPROTOCOL') return protocolBroken('The server did not speak SMTP.')
  if (code === 'EMESSAGE') return failure('message-refused', 'The message is larger than the server takes.')
  if (code === 'EENVELOPE') return failure('bad-address', error.message)
  return socketFailure(error)
}

function notSmtp(reply: string): SparekeyError {
  return protocolBroken('The server did not answer as SMTP does.', reply)
}

function delivery(handedOver: boolean): ErrorDetails {
  return handedOver ? { delivery: 'unknown' } : {}
}

function rejections(errors: NodemailerError[] | undefined, hide: Hide): SubmitResult['rejected'] {
  return (errors ?? []).map(({ recipient = '', response = '' }) => ({ address: recipient, reply: hide(response) }))
}
