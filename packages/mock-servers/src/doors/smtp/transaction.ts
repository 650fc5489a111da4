/**
 * One mail transaction after the other: MAIL, RCPT, then DATA or BDAT (RFC 5321, 3.3; RFC 3030). Knows their order and
 * their limits; who may send at all was settled before, and what becomes of the message is `submit`'s business.
 */
import type { Submit } from '../../submission/submission.ts'
import type { VoiceContext } from '../../voices/context.ts'
import { replies } from '../../voices/smtp.ts'
import { accepted, octetsReceived, submissionRefusal, type SubmissionRefusal } from '../../voices/smtp-session.ts'
import { Intake } from './intake.ts'
import { parametersAllowed } from './parameters.ts'
import type { Next, Step } from './step.ts'

export type TransactionServices = {
  submit: Submit
  limits: {
    /** The largest message. */
    messageOctets: number
    /** How many recipients one message may have. */
    recipients: number
  }
  /** Reads `MAIL FROM:<address> PARAMETER=value …` without judging the parameters; false if it is none. */
  parsePath: (name: 'MAIL FROM' | 'RCPT TO', line: string) => Path | false
}

/** An address with its ESMTP parameters; `true` is a parameter without a value. */
type Path = { address: string; args: Record<string, string | true> | false; duplicate?: string | undefined }

/** The session, as far as a transaction needs it. */
type Speaker = {
  answer: (line: string, next?: Next) => Step
  context: () => VoiceContext
}

type Open = {
  from: string
  /** By lower-case address, so that a recipient named twice gets one copy. */
  to: Map<string, string>
  /** BODY=BINARYMIME. */
  binary: boolean
  utf8: boolean
  /** What BDAT brought so far; undefined before the first. */
  intake: Intake | undefined
}

export class Transaction {
  readonly #services: TransactionServices
  readonly #speaker: Speaker
  #open: Open | undefined

  constructor(services: TransactionServices, speaker: Speaker) {
    this.#services = services
    this.#speaker = speaker
  }

  /** Whether MAIL was accepted. */
  get begun(): boolean {
    return this.#open !== undefined
  }

  /** Whether a RCPT was accepted too. */
  get addressed(): boolean {
    return this.#open !== undefined && this.#open.to.size > 0
  }

  abandon(): void {
    this.#open = undefined
  }

  mail(line: string): string {
    if (this.#open) return replies.senderAlreadyGiven
    const path = this.#services.parsePath('MAIL FROM', line)
    if (!path) return replies.invalidSender
    const given = path.args || {}
    if (path.duplicate || !parametersAllowed('mail', given)) return replies.invalidArguments
    const utf8 = given.SMTPUTF8 === true
    if (!utf8 && !isAscii(path.address)) return replies.invalidSender
    if (Number(given.SIZE ?? 0) > this.#services.limits.messageOctets) return this.#refusal('message-too-large')
    const binary = String(given.BODY).toUpperCase() === 'BINARYMIME'
    this.#open = { from: path.address, to: new Map(), binary, utf8, intake: undefined }
    return replies.senderOk
  }

  recipient(line: string): string {
    const { to, utf8, intake } = this.#open!
    if (intake) return replies.badSequence
    const path = this.#services.parsePath('RCPT TO', line)
    if (!path || !path.address || (!utf8 && !isAscii(path.address))) return replies.invalidRecipient
    if (path.duplicate || !parametersAllowed('recipient', path.args || {})) return replies.invalidArguments
    const key = path.address.toLowerCase()
    if (!to.has(key) && to.size >= this.#services.limits.recipients) return replies.tooManyRecipients
    to.set(key, path.address)
    return replies.recipientOk
  }

  data(): Step | string {
    const { binary, intake } = this.#open!
    // RFC 3030, 2 and 3: DATA and BDAT do not mix, and BINARYMIME needs BDAT.
    if (intake || binary) return replies.badSequence
    return this.#speaker.answer(replies.startInput, {
      kind: 'message',
      limit: this.#services.limits.messageOctets,
      finish: (raw) => this.#submit(raw),
    })
  }

  /**
   * The octets follow BDAT at once, so they are taken in whatever the answer will be (RFC 3030, 2).
   * @param complaint why there can be no BDAT now
   */
  chunk(argument: string, complaint: string | undefined): Step | string {
    const [, digits, last] = /^(\d{1,15})( +LAST)?$/i.exec(argument) ?? []
    if (digits === undefined) return replies.invalidArguments
    const count = Number(digits)
    if (complaint) return octets(count, undefined, () => this.#speaker.answer(complaint))

    const intake = (this.#open!.intake ??= new Intake())
    if (intake.octets + count > this.#services.limits.messageOctets) {
      return octets(count, undefined, () => this.#submit(undefined))
    }
    return octets(count, intake, () => (last ? this.#submit(intake.raw) : this.#speaker.answer(octetsReceived(count))))
  }

  /** @param raw undefined if the message was too large */
  #submit(raw: Buffer | undefined): Step {
    const { from, to, binary } = this.#open!
    this.#open = undefined
    if (!raw) return this.#speaker.answer(this.#refusal('message-too-large'))
    const context = this.#speaker.context()
    const submission = { account: context.address, from, to: [...to.values()], raw, binary, at: context.at }
    const submitted = this.#services.submit(submission)
    return this.#speaker.answer(
      submitted.outcome === 'accepted'
        ? accepted(context, submitted.messageId)
        : this.#refusal(submitted.reason, submitted.from),
    )
  }

  #refusal(reason: SubmissionRefusal, from = ''): string {
    return submissionRefusal(reason, this.#speaker.context(), from.slice(0, maxAddress))
  }
}

/** RFC 5321, 4.5.3.1: what is longer is quoted only so far. */
const maxAddress = 320

function octets(count: number, intake: Intake | undefined, finish: () => Step): Step {
  if (count === 0) return finish()
  return { replies: [], next: { kind: 'octets', count, take: (piece) => intake?.add(piece), finish } }
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text)
}
