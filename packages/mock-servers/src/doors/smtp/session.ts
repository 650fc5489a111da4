/**
 * One SMTP session as a state machine without sockets (RFC 5321, 3207, 4954): a command line goes in, a `Step` comes
 * out. Knows the order of commands; whether a sign-in passes is the gate's business, and every sentence is the voice's.
 */
import type { Gate } from '../../sign-in/gate.ts'
import type { VoiceContext } from '../../voices/context.ts'
import { inVoice, refusals, replies } from '../../voices/smtp.ts'
import { banner, hello, notSignedIn, unrecognized } from '../../voices/smtp-session.ts'
import { beginSignIn, type Credentials, type Exchange } from './sign-in.ts'
import { reply, type Next, type Reply, type Step } from './step.ts'
import { Transaction, type TransactionServices } from './transaction.ts'

export type SessionServices = TransactionServices & {
  gate: Pick<Gate, 'attempt' | 'onInvalidated'>
  now: () => Date
  frontend: string
  limits: {
    /** The bad command that ends the session. */
    badCommands: number
  }
}

type Command = { needs: readonly Need[]; run: (argument: string, line: string) => Step | string }
type Need = 'no argument' | 'hello' | 'tls' | 'sign-in' | 'mail' | 'recipient'

/** Replies that count as a bad command: syntax, sequence, and what is not implemented (RFC 5321, 4.2.2). */
const badCodes: ReadonlySet<number> = new Set([500, 501, 503, 504])

/** What MAIL, RCPT, DATA and BDAT need beside what they need of each other. */
const sender = ['hello', 'tls', 'sign-in'] as const

export class SmtpSession {
  readonly #id: string
  readonly #clientAddress: string
  readonly #services: SessionServices
  readonly #transaction: Transaction
  #secure = false
  #greeted = false
  /** The primary address of whoever signed in. */
  #account: string | undefined
  /** What the last refused AUTH was told, without its bracket. */
  #refusal: string | undefined
  /** Takes the next line of an AUTH exchange. */
  #exchange: ((line: string) => Exchange) | undefined
  #badCommands = 0
  /** Whoever signed in may not go on. */
  #invalidated = false

  constructor(services: SessionServices, connection: { id: string; clientAddress: string }) {
    this.#id = connection.id
    this.#clientAddress = connection.clientAddress
    this.#services = services
    this.#transaction = new Transaction(services, {
      answer: (line, next) => this.#counted(this.#answer(line, next)),
      context: () => this.#context(),
    })
  }

  get signedIn(): boolean {
    return this.#account !== undefined
  }

  greet(): Reply {
    return reply(banner(this.#context()))
  }

  /** Whatever was said before TLS is forgotten (RFC 3207, 4.2). */
  secured(): void {
    this.#secure = true
    this.#greeted = false
    this.#transaction.abandon()
  }

  /** Any reply that the connection itself has cause for, such as a time-out. */
  say(line: string): Reply {
    return reply(inVoice(line, this.#context()))
  }

  /** @param line without its line end */
  command(line: string): Step {
    if (this.#invalidated) return this.#answer(replies.dropped, { kind: 'close' })
    const answer = this.#exchange ? this.#goOn(this.#exchange(line)) : this.#run(line)
    return typeof answer === 'string' ? this.#counted(this.#answer(answer)) : answer
  }

  #run(line: string): Step | string {
    const [verb = ''] = line.split(' ', 1)
    const command = this.#commands.get(verb.toUpperCase())
    if (!command) return unrecognized(verb.slice(0, 64))
    const argument = line.slice(verb.length).trim()
    return this.#complaint(command.needs, argument) ?? command.run(argument, line)
  }

  readonly #commands: ReadonlyMap<string, Command> = new Map<string, Command>([
    ['EHLO', { needs: [], run: (domain) => this.#greetBack(domain, true) }],
    ['HELO', { needs: [], run: (domain) => this.#greetBack(domain, false) }],
    ['STARTTLS', { needs: ['no argument', 'hello'], run: () => this.#startTls() }],
    ['AUTH', { needs: ['hello'], run: (argument) => this.#signIn(argument) }],
    ['MAIL', { needs: sender, run: (_, line) => this.#transaction.mail(line) }],
    ['RCPT', { needs: [...sender, 'mail'], run: (_, line) => this.#transaction.recipient(line) }],
    ['DATA', { needs: ['no argument', ...sender, 'mail', 'recipient'], run: () => this.#transaction.data() }],
    ['BDAT', { needs: [], run: (argument) => this.#chunk(argument) }],
    ['RSET', { needs: ['no argument'], run: () => this.#reset() }],
    ['NOOP', { needs: [], run: () => replies.ok }],
    ['VRFY', { needs: [], run: (address) => (address ? replies.cannotVerify : replies.invalidArguments) }],
    ['QUIT', { needs: ['no argument'], run: () => this.#answer(replies.closing, { kind: 'close' }) }],
  ])

  /** The complaint about the first need that is not met. */
  #complaint(needs: readonly Need[], argument = ''): string | undefined {
    const complaints: Record<Need, () => string | false> = {
      'no argument': () => argument !== '' && replies.invalidArguments,
      hello: () => !this.#greeted && replies.sendHelloFirst,
      tls: () => !this.#secure && replies.startTlsFirst,
      'sign-in': () => !this.signedIn && notSignedIn(this.#context(), this.#refusal),
      mail: () => !this.#transaction.begun && replies.needMail,
      recipient: () => !this.#transaction.addressed && replies.needRecipient,
    }
    for (const need of needs) {
      const complaint = complaints[need]()
      if (complaint) return complaint
    }
    return undefined
  }

  #greetBack(domain: string, extended: boolean): Step | string {
    if (!/^[\w.:[\]\u0080-\uffff-]{1,255}$/.test(domain)) return replies.invalidDomain
    this.#greeted = true
    this.#transaction.abandon()
    const lines = hello(this.#context(), { address: this.#clientAddress, secure: this.#secure })
    return { replies: [{ code: 250, lines: extended ? lines : lines.slice(0, 1) }], next: { kind: 'command' } }
  }

  #startTls(): Step | string {
    return this.#secure ? replies.startTlsTwice : this.#answer(replies.startTls, { kind: 'tls' })
  }

  #signIn(argument: string): Step | string {
    if (!this.#secure) return replies.unrecognizedAuthentication
    if (this.signedIn) return replies.alreadySignedIn
    return this.#goOn(beginSignIn(argument))
  }

  #goOn(exchange: Exchange): Step | string {
    this.#exchange = exchange.kind === 'prompt' ? exchange.answer : undefined
    return exchange.kind === 'complete' ? this.#judge(exchange.credentials) : exchange.line
  }

  #judge(credentials: Credentials): Step | string {
    const context = { ...this.#context(), address: credentials.username }
    const proof = credentials.proof.kind
    const attempt = { protocol: 'smtp', ...credentials, secure: this.#secure, session: this.#id } as const
    const { decision, reply: line } = this.#services.gate.attempt(attempt, (decision) =>
      decision.outcome === 'accepted' ? replies.signedIn : inVoice(refusals[decision.reason][proof].text, context),
    )
    if (decision.outcome === 'accepted') {
      this.#account = decision.address
      this.#services.gate.onInvalidated(this.#id, () => (this.#invalidated = true))
      return line
    }
    this.#refusal = refusals[decision.reason][proof].text
    return decision.last ? this.#lastAnswer([reply(line)]) : line
  }

  #chunk(argument: string): Step | string {
    return this.#transaction.chunk(argument, this.#complaint([...sender, 'mail', 'recipient']))
  }

  #reset(): string {
    this.#transaction.abandon()
    return replies.resetting
  }

  #answer(line: string, next: Next = { kind: 'command' }): Step {
    return { replies: [this.say(line)], next }
  }

  /** Ends the session if this was one bad command too many. */
  #counted(step: Step): Step {
    if (!step.replies.some(({ code }) => badCodes.has(code))) return step
    this.#badCommands++
    return this.#badCommands < this.#services.limits.badCommands ? step : this.#lastAnswer(step.replies)
  }

  #lastAnswer(said: readonly Reply[]): Step {
    return { replies: [...said, this.say(replies.tooManyErrors)], next: { kind: 'close' } }
  }

  #context(): VoiceContext {
    const { frontend, now } = this.#services
    return { frontend, at: now(), session: this.#id, address: this.#account ?? '' }
  }
}
