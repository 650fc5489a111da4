import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPConnectionSendInfo as SendInfo } from 'nodemailer/lib/smtp-connection'
import { checkCredentials, type Credentials } from '../credentials/credentials.ts'
import type { Verdict } from '../diagnosis/finding.ts'
import type { FindingCode } from '../errors/codes.ts'
import { failure } from '../errors/failure.ts'
import type { Envelope } from '../message/outgoing.ts'
import type { Network } from '../network/network.ts'
import type { Endpoint } from '../settings/settings.ts'
import { dropped } from '../wire/connect.ts'
import { hiderOf, type Hide } from '../wire/hide-proof.ts'
import { inTime, type Pace } from '../wire/pace.ts'
import { maxStepBytes } from '../wire/size-limits.ts'
import { capabilitiesOver, openChannel, signInOver } from '../wire/sign-in.ts'
import { handOver } from './hand-over.ts'
import { delivery, notSmtp, refused, saysNo, smtpFailure } from './smtp-failure.ts'

/** How much of a message is given to the socket at a time, so that it shows whether the server takes it. */
const pieceBytes = 16 * 1024

const never = 2 ** 31 - 1

/** `secret` or `token` signs in; it is sent exactly as it is. */
export type Submission = Credentials & {
  endpoint: Endpoint
  network: Network
  envelope: Envelope
  /** The message, CRLF line ends; dots are stuffed here. */
  raw: Buffer
  signal?: AbortSignal | undefined
}

/** A recipient for whom the server did not take the message. */
export type Rejection = {
  address: string
  reply: string
  /** Why, if the reply says so. */
  finding?: Pick<Verdict, 'code' | 'certainty'>
}

/** What the server did with a message. If it took it for nobody, `accepted` is empty and the message was not sent. */
export type SubmitResult = {
  accepted: string[]
  rejected: Rejection[]
  /** The server's last words about the message, as they came. */
  reply: string
  /** The Message-ID the server gave the message in place of its own, if it says so. */
  serverMessageId?: string
}

/**
 * Submits one message (RFC 6409) by nodemailer, over a connection that is signed in already. It is never sent
 * twice: if it was handed over and the server then neither takes nor refuses it in so many words, the error's
 * `details.delivery` is `unknown`.
 * Throws the finding that the server's words tell, else `sign-in-refused` or `message-refused` (all with `details.reply`),
 * `protocol-broken` and the findings of a connection.
 */
export async function submit(submission: Submission): Promise<SubmitResult> {
  const { endpoint, network, envelope, raw, signal } = submission
  checkCredentials(submission)
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const hide = hiderOf('smtp', submission)
  const socket = await signedIn(submission, hide)
  const connection = new Connection({
    host: endpoint.host,
    connection: socket,
    secure: true,
    secured: true,
    // Time is kept by `inTime` alone.
    connectionTimeout: never,
    greetingTimeout: never,
    socketTimeout: never,
    socketCloseTimeout: 1000,
    maxResponseSize: maxStepBytes + 1024,
    logger: false,
  })
  const inStep = <T>(run: Step<T>, pace?: Pace) => inTime(socket, network, () => step(connection, run), pace)
  let handedOver = false
  try {
    await inStep((done) => connection.connect(done))
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
    if (signal?.aborted) throw failure('aborted', delivery(handedOver))
    const { rejectedErrors, response } = error as NodemailerError
    const garbage = rejectedErrors?.find(({ response = '' }) => !saysNo.test(response))
    if (garbage) throw notSmtp(hide(garbage.response ?? ''))
    if (rejectedErrors) return { accepted: [], rejected: rejections(rejectedErrors, hide), reply: hide(response ?? '') }
    const closing = String(connection.lastServerResponse)
    if (/^421[ -]/.test(closing)) throw refused(closing, hide)
    throw smtpFailure(error as NodemailerError, handedOver, hide)
  } finally {
    connection.close()
  }
}

/** Signs in before nodemailer has the connection, so that it never sees the secret or token. */
async function signedIn(submission: Submission, hide: Hide): Promise<Socket> {
  const { endpoint, network, signal } = submission
  const channel = await openChannel(endpoint, network, { signal, hide })
  try {
    const offered = await capabilitiesOver(channel)
    await signInOver(channel, offered, submission)
    return handOver(channel, offered)
  } catch (error) {
    await channel.close()
    throw error
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

function rejections(errors: NodemailerError[] | undefined, hide: Hide): SubmitResult['rejected'] {
  return (errors ?? []).map(({ recipient = '', response = '' }) => {
    const { code, details } = refused(response, hide)
    const rejection = { address: recipient, reply: hide(response) }
    return code === 'message-refused'
      ? rejection
      : { ...rejection, finding: { code: code as FindingCode, certainty: details.certainty ?? 'certain' } }
  })
}
