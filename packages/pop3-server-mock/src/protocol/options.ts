/** What a server can be told, with every default. Nothing here acts. */
import type { Commit, MaildropMessage } from './maildrop.ts'
import { defaultReplies, type Replies, type Reply } from './reply.ts'
import { mechanismNames, type Credentials, type MechanismName } from './sasl.ts'

/** One connection, as every handler sees it. */
export type POP3Session<User = unknown> = {
  /** A UUID, new for each connection. */
  readonly id: string
  readonly remoteAddress: string
  readonly remotePort: number
  readonly localPort: number
  /** True behind TLS, from the first octet or since STLS. */
  readonly secure: boolean
  /** The host name the client named in its TLS handshake, if any. */
  readonly servername: string | undefined
  readonly state: 'authorization' | 'transaction' | 'update'
  /** What `onAuth` made of the credentials; set from then on. */
  readonly user: User | undefined
}

/** A session whose sign-in `onAuth` accepted. */
export type SignedIn<User> = POP3Session<User> & { readonly user: User }

/** A command line before anybody looks at it. `PASS` and `AUTH` carry secrets: keep them out of logs. */
export type CommandLine = {
  /** Upper case; empty for an empty line. */
  readonly verb: string
  /** All that stands behind the first space, as it is; `undefined` without a space. */
  readonly argument: string | undefined
}

/** No, and the words for it; without them the server uses its own. */
export type Refusal = { readonly ok: false; readonly reply?: Reply }

export type AuthResult<User> =
  | { readonly ok: true; readonly user: User }
  | (Refusal & {
      /** AUTH only: a last SASL challenge before the refusal, such as the JSON by which Google explains it. */
      readonly challenge?: string
    })

type Awaitable<T> = T | Promise<T>

/**
 * What the server asks its owner. Each handler may be given as an option or overridden in a subclass. A handler that
 * throws ends that connection and shows up as an `'error'` event.
 */
export type Handlers<User> = {
  /** A connection was made (and, with `secure`, encrypted). A reply instead of nothing turns it away. Default: welcome. */
  onConnect(session: POP3Session<User>): Awaitable<Reply | void>
  /** Decides about credentials. Default: no. */
  onAuth(credentials: Credentials, session: POP3Session<User>): Awaitable<AuthResult<User>>
  /** Gives the messages of `session.user`, oldest first. They are listed as they are now, until QUIT. Default: none. */
  onOpen(session: SignedIn<User>): Awaitable<readonly MaildropMessage[] | Refusal>
  /** QUIT after a sign-in: the only moment at which anything may be removed. Default: nothing happens. */
  onCommit(commit: Commit, session: SignedIn<User>): Awaitable<Refusal | void>
  /** Before each command: a reply instead of nothing is said in its place, and the command is not carried out. */
  onCommand(command: CommandLine, session: POP3Session<User>): Awaitable<Reply | void>
  /** The connection is gone, whoever ended it. */
  onClose(session: POP3Session<User>): Awaitable<void>
}

/** How a mechanism may be used: `AUTH PLAIN AGFi…` is the one-line form, `AUTH PLAIN` the two-line form. */
export type Forms = { readonly oneLine: boolean; readonly twoLine: boolean }

export type Limits = {
  /** Octets of a command line, its end not counted. */
  readonly commandOctets: number
  /** Octets of a line that answers a SASL challenge; tokens are long. */
  readonly responseOctets: number
  /** This bad command is the last one: the session ends with `replies.tooManyBadCommands`. */
  readonly badCommands: number
  /** This refused sign-in is the last one: the session ends with `replies.tooManySignInFailures`. */
  readonly signInFailures: number
  /** Sessions at the same time. */
  readonly connections: number
  /** From the connection to the sign-in. */
  readonly unauthenticatedMs: number
  /** From one command to the next, and from one piece of a message that the client took to the next. */
  readonly idleMs: number
  /** From the last reply until the connection is cut, if the client does not close it. */
  readonly lingerMs: number
}

/** Where the time limits come from; give your own to let time pass in a test. */
export type Timers = {
  set(callback: () => void, milliseconds: number): unknown
  clear(timer: unknown): void
}

export type Certificate = { readonly key: string | Buffer; readonly cert: string | Buffer }

export type POP3ServerOptions<User = unknown> = Partial<Handlers<User>> & {
  /** PEM. Needed for `secure` and STLS. */
  readonly tls?: Certificate
  /** TLS from the first octet (port 995). Default: false. */
  readonly secure?: boolean
  /** Offer STLS (RFC 2595) on a plain connection. Default: whether there is a certificate. */
  readonly stls?: boolean
  /** Take no secret before TLS. Default: false. */
  readonly requireTls?: boolean
  /** SASL mechanisms and their forms. Default: all, in both forms. */
  readonly mechanisms?: { readonly [Name in MechanismName]?: boolean | Forms }
  /** Commands that shall be unknown here, such as `APOP` or `TOP`, upper case. Default: none. */
  readonly disabledCommands?: readonly string[]
  /** What CAPA lists, as lines, or made from what the server would list. Default: what it really offers. */
  readonly capabilities?:
    | readonly string[]
    | ((offered: readonly string[], session: POP3Session<unknown>) => readonly string[])
  /** Codes such as `[AUTH]` in the texts, and RESP-CODES in CAPA (RFC 2449, RFC 3206). Default: true. */
  readonly respCodes?: boolean
  /** PIPELINING in CAPA. Commands are carried out in order either way. Default: true. */
  readonly pipelining?: boolean
  /** Whether a command line may hold octets above 127. Default: true. */
  readonly eightBitCommands?: boolean
  /** Other words for whatever the server says. */
  readonly replies?: Partial<Replies>
  readonly limits?: Partial<Limits>
  readonly timers?: Timers
}

/** The options with every default filled in, handlers aside. */
export type Settings = {
  readonly stls: boolean
  readonly requireTls: boolean
  readonly mechanisms: ReadonlyMap<MechanismName, Forms>
  readonly disabledCommands: ReadonlySet<string>
  readonly capabilities: (offered: readonly string[], session: POP3Session<unknown>) => readonly string[]
  readonly respCodes: boolean
  readonly pipelining: boolean
  readonly eightBitCommands: boolean
  readonly replies: Replies
  readonly limits: Limits
}

const defaultLimits: Limits = {
  commandOctets: 8_192,
  responseOctets: 16_384,
  badCommands: 10,
  signInFailures: 3,
  connections: 100,
  unauthenticatedMs: 60_000,
  // RFC 1939, section 3: at least ten minutes.
  idleMs: 600_000,
  lingerMs: 1_000,
}

export const systemTimers: Timers = {
  set: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
}

export function settle<User>(options: POP3ServerOptions<User>): Settings {
  const { capabilities, respCodes = true } = options
  return {
    stls: options.stls ?? (options.tls !== undefined && options.secure !== true),
    requireTls: options.requireTls ?? false,
    mechanisms: new Map(mechanismNames.flatMap((name) => forms(name, options.mechanisms?.[name] ?? true))),
    disabledCommands: new Set(options.disabledCommands),
    capabilities: typeof capabilities === 'function' ? capabilities : (offered) => capabilities ?? offered,
    respCodes,
    pipelining: options.pipelining ?? true,
    eightBitCommands: options.eightBitCommands ?? true,
    replies: { ...defaultReplies(respCodes), ...options.replies },
    limits: { ...defaultLimits, ...options.limits },
  }
}

function forms(name: MechanismName, given: boolean | Forms): [MechanismName, Forms][] {
  if (given === false) return []
  return [[name, given === true ? { oneLine: true, twoLine: true } : given]]
}
