/**
 * One SMTP session as a state machine without sockets (RFC 5321, 4954, 3030, 3207): a command line goes in, a `Step`
 * comes out. Knows the order of commands; whether a sign-in passes is the gate's business, what becomes of a message
 * `submit`'s, and every sentence is the voice's.
 */
import type { Gate } from '../../sign-in/gate.ts'
import type { VoiceContext } from '../../voices/context.ts'
import * as voice from '../../voices/smtp.ts'
import { Intake } from './intake.ts'
import { parametersAllowed } from './parameters.ts'
import { beginSignIn, type Credentials, type Exchange } from './sign-in.ts'
import { reply, type Next, type Reply, type Step } from './step.ts'
import type { Submission, Submitted } from './submission.ts'

const { replies } = voice

export type SessionLimits = {
  /** The largest message. */
  messageOctets: number
  /** How many recipients one message may have. */
  recipients: number
  /** The bad command that ends the session. */
  badCommands: number
}

/** An address with its ESMTP parameters; `true` stands for a parameter without a value. */
export type Path = { address: string; args: Record<string, string | true> | false; duplicate?: string | undefined }

export type SessionServices = {
  gate: Pick<Gate, 'attempt'>
  submit: (submission: Submission) => Submitted
  now: () => Date
  frontend: string
  limits: SessionLimits
  /** Reads `MAIL FROM:<address> PARAMETER=value …` without judging the parameters; false if it is none. */
  parsePath: (name: 'MAIL FROM' | 'RCPT TO', line: string) => Path | false
}

type Transaction = {
  from: string
  /** By lower-case address, so that a recipient named twice gets one copy. */
  to: Map<string, string>
  binary: boolean
  utf8: boolean
  /** What BDAT brought so far; undefined until the first. */
  intake: Intake | undefined
}

type Command = { needs: readonly Need[]; run: (argument: string, line: string) => Step | string }
type Need = 'no argument' | 'hello' | 'tls' | 'sign-in' | 'mail' | 'recipient'

/** Replies that count as a bad command: syntax, sequence, and what is not implemented (RFC 5321, 4.2.2). */
const badCodes: ReadonlySet<number> = new Set([500, 501, 503, 504])

export class SmtpSession {
  readonly id: string
  readonly #services: SessionServices
  readonly #clientAddress: string
  #secure = false
  #hello = false
  /** The primary address of whoever signed in. */
  #account: string | undefined
  /** What the last refused AUTH was told, and as whom. */
  #refusal: string | undefined
  #exchange: ((line: string) => Exchange) | undefined
  #transaction: Transaction | undefined
  #badCommands = 0

  constructor(services: SessionServices, connection: { id: string; clientAddress: string }) {
    this.#services = services
    this.id = connection.id
    this.#clientAddress = connection.clientAddress
  }

  get signedIn(): boolean {
    return this.#account !== undefined
  }

  greet(): Reply {
    return reply(voice.banner(this.#context()))
  }

  /** Whatever was said before TLS is forgotten (RFC 3207, 4.2). */
  secured(): void {
    this.#secure = true
    this.#hello = false
    this.#transaction = undefined
  }

  /** Any reply that the connection itself has cause for, such as a time-out. */
  say(line: string): Reply {
    return reply(voice.inVoice(line, this.#context()))
  }

  /** @param line without its line end */
  command(line: string): Step {
    return this.#counted(this.#exchange ? this.#goOn(this.#exchange(line)) : this.#run(line))
  }

  #run(line: string): Step {
    const [verb = ''] = line.split(' ', 1)
    const command = this.#commands.get(verb.toUpperCase())
    if (!command) return this.#answer(voice.unrecognized(verb.slice(0, 64)))
    const argument = line.slice(verb.length).trim()
    for (const need of command.needs) {
      const complaint = this.#complaint(need, argument)
      if (complaint) return this.#answer(complaint)
    }
    const step = command.run(argument, line)
    return typeof step === 'string' ? this.#answer(step) : step
  }

  readonly #commands: ReadonlyMap<string, Command> = new Map<string, Command>([
    ['EHLO', { needs: [], run: (domain) => this.#greetBack(domain, true) }],
    ['HELO', { needs: [], run: (domain) => this.#greetBack(domain, false) }],
    ['STARTTLS', { needs: ['no argument', 'hello'], run: () => this.#startTls() }],
    ['AUTH', { needs: ['hello'], run: (argument) => this.#signIn(argument) }],
    ['MAIL', { needs: ['hello', 'tls', 'sign-in'], run: (_, line) => this.#mail(line) }],
    ['RCPT', { needs: ['hello', 'tls', 'sign-in', 'mail'], run: (_, line) => this.#recipient(line) }],
    ['DATA', { needs: ['no argument', 'hello', 'tls', 'sign-in', 'mail', 'recipient'], run: () => this.#data() }],
    ['BDAT', { needs: [], run: (argument) => this.#chunk(argument) }],
    ['RSET', { needs: ['no argument'], run: () => this.#reset() }],
    ['NOOP', { needs: [], run: () => replies.ok }],
    ['VRFY', { needs: [], run: (address) => (address ? replies.cannotVerify : replies.invalidArguments) }],
    ['QUIT', { needs: ['no argument'], run: () => this.#answer(replies.closing, { kind: 'close' }) }],
  ])

  #complaint(need: Need, argument: string): string | undefined {
    switch (need) {
      case 'no argument':
        return argument === '' ? undefined : replies.invalidArguments
      case 'hello':
        return this.#hello ? undefined : replies.sendHelloFirst
      case 'tls':
        return this.#secure ? undefined : replies.startTlsFirst
      case 'sign-in':
        return this.signedIn ? undefined : voice.notSignedIn(this.#context(), this.#refusal)
      case 'mail':
        return this.#transaction ? undefined : replies.needMail
      case 'recipient':
        return this.#transaction?.to.size ? undefined : replies.needRecipient
    }
  }

  #greetBack(domain: string, extended: boolean): Step | string {
    if (!/^[\w.:[\]\u0080-\uffff-]{1,255}$/.test(domain)) return replies.invalidDomain
    this.#hello = true
    this.#transaction = undefined
    const client = { address: this.#clientAddress, secure: this.#secure }
    const lines = voice.hello(this.#context(), client)
    return { replies: [{ code: 250, lines: extended ? lines : lines.slice(0, 1) }], next: { kind: 'command' } }
  }

  #startTls(): Step | string {
    return this.#secure ? replies.startTlsTwice : this.#answer(replies.startTls, { kind: 'tls' })
  }

  #signIn(argument: string): Step | string {
    if (!this.#secure) return replies.unrecognizedAuthentication
    if (this.signedIn) return replies.alreadySignedIn
    if (this.#transaction) return replies.badSequence
    return this.#goOn(beginSignIn(argument))
  }

  #goOn(exchange: Exchange): Step {
    this.#exchange = exchange.kind === 'prompt' ? exchange.answer : undefined
    return exchange.kind === 'complete' ? this.#judge(exchange.credentials) : this.#answer(exchange.line)
  }

  #judge(credentials: Credentials): Step {
    const context = { ...this.#context(), address: credentials.username }
    const { decision, reply: line } = this.#services.gate.attempt(
      { protocol: 'smtp', ...credentials, secure: this.#secure, session: this.id },
      (decision) =>
        decision.outcome === 'accepted' ? replies.signedIn : voice.inVoice(voice.refusals[decision.reason], context),
    )
    if (decision.outcome === 'accepted') {
      this.#account = decision.address
      return this.#answer(line)
    }
    this.#refusal = voice.refusals[decision.reason]
    if (!decision.last) return this.#answer(line)
    return { replies: [reply(line), this.say(replies.tooManyErrors)], next: { kind: 'close' } }
  }

  #mail(line: string): string {
    if (this.#transaction) return replies.senderAlreadyGiven
    const path = this.#services.parsePath('MAIL FROM', line)
    if (!path) return replies.invalidSender
    const given = path.args || {}
    if (path.duplicate || !parametersAllowed('mail', given)) return replies.invalidArguments
    const utf8 = given.SMTPUTF8 === true
    if (!utf8 && !isAscii(path.address)) return replies.invalidSender
    if (Number(given.SIZE ?? 0) > this.#services.limits.messageOctets) return this.#refused('message-too-large')
    const binary = String(given.BODY).toUpperCase() === 'BINARYMIME'
    this.#transaction = { from: path.address, to: new Map(), binary, utf8, intake: undefined }
    return replies.senderOk
  }

  #recipient(line: string): string {
    const { to, utf8, intake } = this.#transaction!
    if (intake) return replies.badSequence
    const path = this.#services.parsePath('RCPT TO', line)
    if (!path || !path.address || (!utf8 && !isAscii(path.address))) return replies.invalidRecipient
    if (path.duplicate || !parametersAllowed('recipient', path.args || {})) return replies.invalidArguments
    const key = path.address.toLowerCase()
    if (!to.has(key) && to.size >= this.#services.limits.recipients) return replies.tooManyRecipients
    to.set(key, path.address)
    return replies.recipientOk
  }

  #data(): Step | string {
    const { binary, intake } = this.#transaction!
    // RFC 3030, 2 and 3: DATA and BDAT do not mix, and BINARYMIME needs BDAT.
    if (intake || binary) return replies.badSequence
    return this.#answer(replies.startInput, {
      kind: 'message',
      limit: this.#services.limits.messageOctets,
      finish: (raw) => this.#submit(raw),
    })
  }

  /** RFC 3030, 2: the octets follow at once, so they are taken in whatever the answer will be. */
  #chunk(argument: string): Step | string {
    const [, digits, last] = /^(\d{1,15})( +LAST)?$/i.exec(argument) ?? []
    if (digits === undefined) return replies.invalidArguments
    const needs = ['hello', 'tls', 'sign-in', 'mail', 'recipient'] as const
    const complaint = needs.map((need) => this.#complaint(need, '')).find((text) => text !== undefined)
    const count = Number(digits)
    if (complaint) return this.#octets(count, undefined, () => this.#answer(complaint))

    const transaction = this.#transaction!
    const intake = (transaction.intake ??= new Intake())
    if (intake.octets + count > this.#services.limits.messageOctets) {
      return this.#octets(count, undefined, () => this.#submit(undefined))
    }
    return this.#octets(count, intake, () =>
      last ? this.#submit(intake.raw) : this.#answer(voice.octetsReceived(count)),
    )
  }

  #octets(count: number, intake: Intake | undefined, finish: () => Step): Step {
    if (count === 0) return finish()
    const take = (octets: Buffer) => intake?.add(octets)
    return { replies: [], next: { kind: 'octets', count, take, finish: () => this.#counted(finish()) } }
  }

  /** Ends the transaction. @param raw undefined if the message was too large */
  #submit(raw: Buffer | undefined): Step {
    const { from, to, binary } = this.#transaction!
    this.#transaction = undefined
    if (!raw) return this.#answer(this.#refused('message-too-large'))
    const context = this.#context()
    const submitted = this.#services.submit({
      account: this.#account!,
      from,
      to: [...to.values()],
      raw,
      binary,
      at: context.at,
    })
    return this.#answer(
      submitted.outcome === 'accepted'
        ? voice.accepted(context, submitted.messageId)
        : this.#refused(submitted.reason, submitted.from),
    )
  }

  #reset(): string {
    this.#transaction = undefined
    return replies.resetting
  }

  #refused(reason: voice.SubmissionRefusal, from = ''): string {
    return voice.submissionRefusals[reason](this.#context(), from.slice(0, 320))
  }

  #answer(line: string, next: Next = { kind: 'command' }): Step {
    return { replies: [this.say(line)], next }
  }

  #counted(step: Step): Step {
    if (step.next.kind === 'close' || !step.replies.some(({ code }) => badCodes.has(code))) return step
    this.#badCommands++
    if (this.#badCommands < this.#services.limits.badCommands) return step
    return { replies: [...step.replies, this.say(replies.tooManyErrors)], next: { kind: 'close' } }
  }

  #context(): VoiceContext {
    const { frontend, now } = this.#services
    return { frontend, at: now(), session: this.id, address: this.#account ?? '' }
  }
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text)
}
