/**
 * The commands, as a table: in which state, with how many arguments, and what comes of it. A command changes nothing but
 * its session's state; whatever lies outside it asks for by an outcome. No sentence stands here: see reply.ts.
 */
import type { Conversation } from './conversation.ts'
import type { Entry } from './maildrop.ts'
import type { Outcome, Say } from './outcome.ts'
import { positive } from './reply.ts'
import type { MechanismName } from './sasl.ts'

type AnySession = Conversation<unknown>

type Command = {
  readonly states: readonly AnySession['state'][]
  /** Least and most arguments. */
  readonly arity: readonly [number, number]
  /** The argument is everything behind the first space, spaces included. */
  readonly whole?: true
  /** Carries a secret: not before TLS, if the server requires TLS. */
  readonly secret?: true
  readonly run: (session: AnySession, args: readonly string[]) => Outcome<unknown>
}

const ANY = ['authorization', 'transaction'] as const
const AUTHORIZATION = ['authorization'] as const
const TRANSACTION = ['transaction'] as const

const commands: Readonly<Record<string, Command>> = {
  // RFC 1939
  USER: { states: AUTHORIZATION, arity: [1, 1], secret: true, run: user },
  PASS: { states: AUTHORIZATION, arity: [1, 1], secret: true, whole: true, run: pass },
  APOP: { states: AUTHORIZATION, arity: [2, 2], secret: true, run: apop },
  STAT: { states: TRANSACTION, arity: [0, 0], run: (session) => session.say('stat', totals(session)) },
  LIST: { states: TRANSACTION, arity: [0, 1], run: list },
  UIDL: { states: TRANSACTION, arity: [0, 1], run: uidl },
  RETR: { states: TRANSACTION, arity: [1, 1], run: retr },
  TOP: { states: TRANSACTION, arity: [2, 2], run: top },
  DELE: { states: TRANSACTION, arity: [1, 1], run: dele },
  NOOP: { states: TRANSACTION, arity: [0, 0], run: (session) => session.say('noop', {}) },
  RSET: { states: TRANSACTION, arity: [0, 0], run: rset },
  QUIT: { states: ANY, arity: [0, 0], run: quit },
  // RFC 2449
  CAPA: { states: ANY, arity: [0, 0], run: capa },
  // RFC 2595
  STLS: { states: AUTHORIZATION, arity: [0, 0], run: stls },
  // RFC 5034
  AUTH: { states: AUTHORIZATION, arity: [0, 2], secret: true, run: auth },
}

/** The command of that name, if this session's server knows it. */
export function commandFor<User>(session: Conversation<User>, verb: string): Command | undefined {
  const { disabledCommands, stls } = session.settings
  if (disabledCommands.has(verb) || (verb === 'STLS' && !stls)) return undefined
  return Object.hasOwn(commands, verb) ? commands[verb] : undefined
}

function user(session: AnySession, [username = '']: readonly string[]): Outcome<unknown> {
  session.username = undefined
  return session.confirm('userAccepted', { username }, () => (session.username = username))
}

function pass(session: AnySession, [password = '']: readonly string[]): Outcome<unknown> {
  const { username } = session
  if (username === undefined) return session.bad('wrongState', { verb: 'PASS' })
  return session.authenticate({ mechanism: 'USER', username, password })
}

function apop(session: AnySession, [username = '', digest = '']: readonly string[]): Outcome<unknown> {
  return session.authenticate({
    mechanism: 'APOP',
    username,
    digest: digest.toLowerCase(),
    timestamp: session.timestamp ?? '',
  })
}

function auth(session: AnySession, [name, initial]: readonly string[]): Outcome<unknown> {
  const { mechanisms } = session.settings
  if (name === undefined) return session.say('mechanisms', { names: [...mechanisms.keys()] })
  const mechanism = name.toUpperCase() as MechanismName
  const forms = mechanisms.get(mechanism)
  if (!forms) return session.bad('unknownMechanism', {})
  if (initial === undefined) {
    return forms.twoLine ? session.startExchange(mechanism, undefined) : session.bad('twoLineRefused', { mechanism })
  }
  if (!forms.oneLine) return session.bad('oneLineRefused', { mechanism })
  // RFC 5034, section 4: a lone "=" is an empty response.
  return session.startExchange(mechanism, initial === '=' ? '' : initial)
}

function stls(session: AnySession): Outcome<unknown> {
  if (session.secure) return session.bad('wrongState', { verb: 'STLS' })
  const said = session.say('tlsReady', {})
  return positive(said.text) && said.after !== 'close' ? { ...said, after: 'tls' } : said
}

function capa(session: AnySession): Outcome<unknown> {
  return session.say('capabilities', { lines: session.settings.capabilities(offered(session), session) })
}

function offered(session: AnySession): string[] {
  const { settings } = session
  const secrets = session.secure || !settings.requireTls
  const known = (verb: string) => !settings.disabledCommands.has(verb)
  return [
    ...(known('TOP') ? ['TOP'] : []),
    ...(known('UIDL') ? ['UIDL'] : []),
    ...(known('USER') && secrets ? ['USER'] : []),
    ...(known('AUTH') && secrets && settings.mechanisms.size > 0
      ? [`SASL ${[...settings.mechanisms.keys()].join(' ')}`]
      : []),
    ...(settings.stls && !session.secure && session.state === 'authorization' ? ['STLS'] : []),
    ...(settings.respCodes ? ['RESP-CODES', 'AUTH-RESP-CODE'] : []),
    ...(settings.pipelining ? ['PIPELINING'] : []),
  ]
}

function list(session: AnySession, args: readonly string[]): Outcome<unknown> {
  if (args.length > 0) return forMessage(session, 'LIST', args, (entry) => session.say('listOne', described(entry)))
  return listing(session, session.say('list', totals(session)), ({ number, size }) => `${number} ${size}`)
}

function uidl(session: AnySession, args: readonly string[]): Outcome<unknown> {
  if (args.length > 0) return forMessage(session, 'UIDL', args, (entry) => session.say('uidlOne', described(entry)))
  return listing(session, session.say('uidl', totals(session)), ({ number, message }) => `${number} ${message.uid}`)
}

function retr(session: AnySession, args: readonly string[]): Outcome<unknown> {
  return forMessage(session, 'RETR', args, (entry) => ({
    do: 'send',
    message: entry.message,
    lines: undefined,
    next: (content) => {
      if (content !== 'there') return missing(session, entry, content)
      return session.confirm('retr', described(entry), () => session.maildrop.retrieve(entry))
    },
  }))
}

function top(session: AnySession, args: readonly string[]): Outcome<unknown> {
  const lines = wholeNumber(args[1])
  if (lines === undefined) return session.bad('wrongArgument', { verb: 'TOP' })
  return forMessage(session, 'TOP', args, (entry) => ({
    do: 'send',
    message: entry.message,
    lines,
    next: (content) =>
      content === 'there' ? session.say('top', { ...described(entry), lines }) : missing(session, entry, content),
  }))
}

function missing(session: AnySession, { number }: Entry, content: 'gone' | 'unreadable'): Say {
  return session.say(content === 'gone' ? 'messageGone' : 'messageUnreadable', { number })
}

function dele(session: AnySession, args: readonly string[]): Outcome<unknown> {
  return forMessage(session, 'DELE', args, (entry) =>
    session.confirm('dele', described(entry), () => session.maildrop.delete(entry)),
  )
}

function rset(session: AnySession): Outcome<unknown> {
  const { maildrop } = session
  return session.confirm('rset', maildrop.whole, () => maildrop.reset())
}

function quit(session: AnySession): Outcome<unknown> {
  if (session.state === 'authorization') return session.say('quit', { deleted: 0 }, 'close')
  const commit = session.maildrop.commit()
  const goodbye = session.say('quit', { deleted: commit.deleted.length }, 'close')
  if (!positive(goodbye.text)) return goodbye
  session.state = 'update'
  return {
    do: 'commit',
    commit,
    next: (refusal) => {
      if (!refusal) return goodbye
      return refusal.reply === undefined
        ? session.say('commitFailed', {}, 'close')
        : session.words(refusal.reply, 'close')
    },
  }
}

/** Finds the message that the first argument names, or says why not. */
function forMessage(
  session: AnySession,
  verb: string,
  [argument]: readonly string[],
  found: (entry: Entry) => Outcome<unknown>,
): Outcome<unknown> {
  const number = wholeNumber(argument)
  if (number === undefined) return session.bad('wrongArgument', { verb })
  const entry = session.maildrop.find(number)
  if (entry === 'missing') return session.say('noSuchMessage', { number })
  if (entry === 'deleted') return session.say('messageDeleted', { number })
  return found(entry)
}

function wholeNumber(argument: string | undefined): number | undefined {
  return argument !== undefined && /^\d+$/.test(argument) ? Number(argument) : undefined
}

function totals({ maildrop }: AnySession): { count: number; octets: number } {
  return { count: maildrop.present.length, octets: maildrop.octets }
}

function described({ number, size, message: { uid } }: Entry): { number: number; size: number; uid: string } {
  return { number, size, uid }
}

/** Puts the lines behind the status line, unless that says no. */
function listing({ maildrop }: AnySession, status: Say, line: (entry: Entry) => string): Say {
  if (!positive(status.text)) return status
  return { ...status, text: [status.text, ...maildrop.present.map(line), '.'].join('\r\n') }
}
