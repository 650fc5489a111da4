/**
 * Everything the server says, as one table. A dialect replaces entries through the `replies` option; no other file holds
 * a sentence. No default repeats what a client sent.
 */
import type { Credentials, MechanismName } from './sasl.ts'

/**
 * One reply: its text with `+OK` or `-ERR` in front and without the last CRLF; several lines are joined by CRLF.
 * With `close` the connection ends after it. Without a text nothing is said.
 */
export type Reply = string | { readonly text?: string; readonly close?: boolean }

/** Why a command was no good. Each of these counts towards `limits.badCommands`. */
export type BadCommand =
  | 'unknownCommand'
  | 'wrongState'
  | 'wrongArity'
  | 'wrongArgument'
  | 'lineTooLong'
  | 'eightBit'
  | 'tlsRequired'
  | 'unknownMechanism'
  | 'oneLineRefused'
  | 'twoLineRefused'
  | 'authCancelled'
  | 'badResponse'

type Verb = { readonly verb: string }
type Totals = { readonly count: number; readonly octets: number }
type Message = { readonly number: number; readonly size: number; readonly uid: string }
type Mechanism = { readonly mechanism: MechanismName }

/** What is known when a reply is said: the argument of a reply that is a function. */
export type ReplyContexts = {
  /** `timestamp` is what APOP clients need to see, with its angle brackets; `undefined` if APOP is disabled. */
  greeting: { readonly timestamp: string | undefined }
  tooManyConnections: object
  capabilities: { readonly lines: readonly string[] }
  userAccepted: { readonly username: string }
  /** The sign-in came through and the maildrop is open. */
  signedIn: Totals & { readonly mechanism: Credentials['mechanism'] }
  /** `onAuth` refused without words of its own. */
  signInRefused: { readonly mechanism: Credentials['mechanism'] }
  /** Takes the place of the refusal that was one too many; `reply` is what it would have been. */
  tooManySignInFailures: { readonly reply: string }
  /** `onOpen` refused without words of its own; the session is not signed in. */
  maildropUnavailable: object
  /** AUTH without an argument. */
  mechanisms: { readonly names: readonly MechanismName[] }
  /** SASL: `challenge` is base64, often empty. */
  challenge: { readonly challenge: string }
  authCancelled: Mechanism
  /** A SASL response that is not base64, or not what the mechanism wants. */
  badResponse: Mechanism
  tlsReady: object
  stat: Totals
  list: Totals
  listOne: Message
  uidl: Totals
  uidlOne: Message
  retr: Message
  top: Message & { readonly lines: number }
  dele: Message
  noop: object
  rset: Totals
  /** `deleted` is how many messages QUIT removed. */
  quit: { readonly deleted: number }
  /** `onCommit` refused without words of its own. */
  commitFailed: object
  noSuchMessage: { readonly number: number }
  messageDeleted: { readonly number: number }
  /** The message's content is `undefined`: somebody else removed it. */
  messageGone: { readonly number: number }
  /** The message's content could not be had. */
  messageUnreadable: { readonly number: number }
  unknownCommand: Verb
  wrongState: Verb
  wrongArity: Verb
  wrongArgument: Verb
  lineTooLong: object
  /** Only with `eightBitCommands: false`. */
  eightBit: object
  tlsRequired: Verb
  unknownMechanism: object
  oneLineRefused: Mechanism
  twoLineRefused: Mechanism
  /** Takes the place of the reply to the command that was one too many; `reply` is what it would have been. */
  tooManyBadCommands: { readonly reply: string; readonly cause: BadCommand }
  /** No command for `limits.idleMs` after sign-in. */
  idleTooLong: object
  /** Not signed in after `limits.unauthenticatedMs`. */
  unauthenticatedTooLong: object
  /** The server is closed while the session lives. */
  serverClosing: object
  /** A handler threw. */
  internalError: object
}

export type ReplyName = keyof ReplyContexts

/** Whether a client takes a text for a yes (`+OK`; RFC 1939, section 3) or for a challenge (`+`; RFC 5034, section 4). */
export function positive(text: string | undefined): boolean {
  return text !== undefined && /^\+(?:OK| |$)/.test(text)
}

/** Each reply is fixed, or made from what is known at the moment. */
export type Replies = {
  readonly [Name in ReplyName]: Reply | ((context: ReplyContexts[Name]) => Reply)
}

const lines = (...text: string[]): string => text.join('\r\n')

/** @param codes whether RESP-CODES (RFC 2449, RFC 3206) may stand in the texts */
export function defaultReplies(codes: boolean): Replies {
  const error = (code: string, text: string) => (codes ? `-ERR [${code}] ${text}` : `-ERR ${text}`)
  return {
    greeting: ({ timestamp }) => (timestamp ? `+OK POP3 server ready ${timestamp}` : '+OK POP3 server ready'),
    tooManyConnections: error('SYS/TEMP', 'too many connections, try again later'),
    capabilities: (context) => lines('+OK capability list follows', ...context.lines, '.'),
    userAccepted: '+OK now the password',
    signedIn: ({ count, octets }) => `+OK maildrop has ${count} messages (${octets} octets)`,
    signInRefused: error('AUTH', 'user name and password or token do not match'),
    tooManySignInFailures: ({ reply }) => reply,
    maildropUnavailable: error('SYS/TEMP', 'the maildrop cannot be opened'),
    mechanisms: ({ names }) => lines('+OK mechanisms follow', ...names, '.'),
    challenge: ({ challenge }) => `+ ${challenge}`,
    authCancelled: '-ERR authentication cancelled',
    badResponse: '-ERR this response is not what the mechanism asks for',
    tlsReady: '+OK begin TLS negotiation',
    stat: ({ count, octets }) => `+OK ${count} ${octets}`,
    list: ({ count, octets }) => `+OK ${count} messages (${octets} octets)`,
    listOne: ({ number, size }) => `+OK ${number} ${size}`,
    uidl: '+OK unique-id listing follows',
    uidlOne: ({ number, uid }) => `+OK ${number} ${uid}`,
    retr: ({ size }) => `+OK ${size} octets`,
    top: '+OK top of message follows',
    dele: ({ number }) => `+OK message ${number} deleted`,
    noop: '+OK',
    rset: ({ count, octets }) => `+OK maildrop has ${count} messages (${octets} octets)`,
    quit: '+OK goodbye',
    commitFailed: error('SYS/TEMP', 'some deleted messages were not removed'),
    noSuchMessage: '-ERR no such message',
    messageDeleted: '-ERR message already deleted',
    messageGone: '-ERR message no longer available',
    messageUnreadable: error('SYS/TEMP', 'message cannot be read'),
    unknownCommand: '-ERR unknown command',
    wrongState: '-ERR command not valid in this state',
    wrongArity: '-ERR wrong number of arguments',
    wrongArgument: '-ERR invalid argument',
    lineTooLong: '-ERR line too long',
    eightBit: '-ERR only ASCII characters in a command',
    tlsRequired: '-ERR use STLS first',
    unknownMechanism: '-ERR unknown authentication mechanism',
    oneLineRefused: '-ERR no initial response, please: wait for the challenge',
    twoLineRefused: '-ERR initial response expected',
    tooManyBadCommands: '-ERR too many bad commands',
    idleTooLong: '-ERR idle for too long',
    unauthenticatedTooLong: '-ERR not signed in for too long',
    serverClosing: error('SYS/TEMP', 'server is closing'),
    internalError: error('SYS/TEMP', 'internal error'),
  }
}
