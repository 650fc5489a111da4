/**
 * What a session remembers, and how it says things: the part of the state machine that the commands work with. It knows
 * no socket and no clock, and it judges no credentials: for that it asks, by an outcome.
 */
import { TOO_LONG } from './lines.ts'
import { Maildrop, type MaildropMessage } from './maildrop.ts'
import type { AuthResult, POP3Session, Refusal, Settings } from './options.ts'
import type { Outcome, Say } from './outcome.ts'
import { positive, type BadCommand, type Reply, type ReplyContexts, type ReplyName } from './reply.ts'
import { Exchange, type Credentials, type MechanismName } from './sasl.ts'

export type Peer = Pick<POP3Session<unknown>, 'id' | 'remoteAddress' | 'remotePort' | 'localPort'>

export class Conversation<User> implements POP3Session<User> {
  readonly id: string
  readonly remoteAddress: string
  readonly remotePort: number
  readonly localPort: number
  readonly settings: Settings
  secure = false
  servername: string | undefined
  state: POP3Session<User>['state'] = 'authorization'
  user: User | undefined
  /** What USER said, until PASS takes it. */
  username: string | undefined
  #maildrop: Maildrop | undefined
  #exchange: Exchange | undefined
  /** A refusal that waits until the client has answered the last challenge. */
  #refusal: Say | undefined
  #badCommands = 0
  #signInFailures = 0

  constructor(peer: Peer, settings: Settings) {
    this.id = peer.id
    this.remoteAddress = peer.remoteAddress
    this.remotePort = peer.remotePort
    this.localPort = peer.localPort
    this.settings = settings
  }

  /** Where the sign-in has come through, what it opened. */
  get maildrop(): Maildrop {
    if (!this.#maildrop) throw new Error('no maildrop is open in this state')
    return this.#maildrop
  }

  /** What APOP's digest is made with (RFC 1939, section 7). */
  get timestamp(): string | undefined {
    return this.settings.disabledCommands.has('APOP') ? undefined : `<${this.id}@localhost>`
  }

  /** False while the next line answers a SASL challenge instead of being a command. */
  get expectsCommand(): boolean {
    return this.#exchange === undefined && this.#refusal === undefined
  }

  get lineLimit(): number {
    return this.expectsCommand ? this.settings.limits.commandOctets : this.settings.limits.responseOctets
  }

  greet(): Say {
    return this.say('greeting', { timestamp: this.timestamp })
  }

  /** TLS is up. Nothing the client said before it counts any more (RFC 2595, section 4). */
  secured(servername: string | undefined): void {
    this.secure = true
    this.servername = servername
    this.username = undefined
  }

  /** What a line means that answers a challenge; `undefined` if a command is due. */
  protected answered(line: Buffer | typeof TOO_LONG): Outcome<User> | undefined {
    const refusal = this.#refusal
    this.#refusal = undefined
    return refusal ?? (this.#exchange && this.#respond(this.#exchange, line))
  }

  /** A reply by its name. */
  say<Name extends ReplyName>(name: Name, context: ReplyContexts[Name], after: Say['after'] = 'command'): Say {
    const reply = this.settings.replies[name]
    return this.words(typeof reply === 'function' ? reply(context) : reply, after)
  }

  /**
   * A reply that tells of an effect. Words can be replaced, and the client goes by what it is told: the effect comes about
   * only if the words say so.
   */
  confirm<Name extends ReplyName>(name: Name, context: ReplyContexts[Name], effect: () => void): Say {
    const said = this.say(name, context)
    if (positive(said.text)) effect()
    return said
  }

  /** A reply as it was given; its own wish to close wins. */
  words(reply: Reply, after: Say['after'] = 'command'): Say {
    if (typeof reply === 'string') return { do: 'say', text: reply, after }
    return { do: 'say', text: reply.text, after: reply.close ? 'close' : after }
  }

  /** The reply to a command that was no good, or the last words if it was one too many. */
  bad<Cause extends BadCommand>(cause: Cause, context: ReplyContexts[Cause]): Say {
    const said = this.say(cause, context)
    this.#badCommands += 1
    if (said.after === 'close' || this.#badCommands < this.settings.limits.badCommands) return said
    return this.say('tooManyBadCommands', { reply: said.text ?? '', cause }, 'close')
  }

  authenticate(credentials: Credentials): Outcome<User> {
    this.username = undefined
    return { do: 'authenticate', credentials, next: (result) => this.#judged(credentials, result) }
  }

  /** AUTH (RFC 5034): `initial` is the base64 of the one-line form, `undefined` in the two-line form. */
  startExchange(mechanism: MechanismName, initial: string | undefined): Outcome<User> {
    const exchange = new Exchange(mechanism)
    return initial === undefined ? this.#ask(exchange) : this.#respond(exchange, Buffer.from(initial))
  }

  #ask(exchange: Exchange): Outcome<User> {
    const { challenge, mechanism } = exchange
    if (challenge !== undefined) return this.confirm('challenge', { challenge }, () => (this.#exchange = exchange))
    const credentials = exchange.credentials()
    return credentials ? this.authenticate(credentials) : this.bad('badResponse', { mechanism })
  }

  #respond(exchange: Exchange, line: Buffer | typeof TOO_LONG): Outcome<User> {
    this.#exchange = undefined
    const { mechanism } = exchange
    if (line === TOO_LONG) return this.bad('lineTooLong', {})
    const response = line.toString('latin1')
    if (response === '*') return this.bad('authCancelled', { mechanism })
    return exchange.answer(response) ? this.#ask(exchange) : this.bad('badResponse', { mechanism })
  }

  #judged(credentials: Credentials, result: AuthResult<User>): Outcome<User> {
    if (result.ok) {
      this.user = result.user
      return { do: 'open', next: (opened) => this.#opened(credentials, opened) }
    }
    const { mechanism } = credentials
    const refused = result.reply === undefined ? this.say('signInRefused', { mechanism }) : this.words(result.reply)
    this.#signInFailures += 1
    const last = refused.after !== 'close' && this.#signInFailures >= this.settings.limits.signInFailures
    const reply = last ? this.say('tooManySignInFailures', { reply: refused.text ?? '' }, 'close') : refused
    if (result.challenge === undefined) return reply
    const challenge = Buffer.from(result.challenge).toString('base64')
    const asked = this.confirm('challenge', { challenge }, () => (this.#refusal = reply))
    return this.#refusal ? asked : reply
  }

  #opened({ mechanism }: Credentials, opened: readonly MaildropMessage[] | Refusal): Outcome<User> {
    const { user } = this
    this.user = undefined
    if ('ok' in opened) {
      return opened.reply === undefined ? this.say('maildropUnavailable', {}) : this.words(opened.reply)
    }
    const maildrop = new Maildrop(opened)
    return this.confirm('signedIn', { mechanism, count: opened.length, octets: maildrop.octets }, () => {
      this.user = user
      this.#maildrop = maildrop
      this.state = 'transaction'
    })
  }
}
