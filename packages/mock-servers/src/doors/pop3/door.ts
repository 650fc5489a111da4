/**
 * The POP3 door (port 995, TLS from the first octet) on pop3-server-mock: the protocol is the library's, the words are
 * the voice's, the judgement is the gate's. It sees the Inbox only, and changes nothing in it before QUIT.
 */
import { POP3Server, type Credentials, type MaildropMessage, type Replies, type Timers } from 'pop3-server-mock'
import type { Clock } from '../../clock/clock.ts'
import type { Folder } from '../../mail/folder.ts'
import type { Mailbox } from '../../mail/mailbox.ts'
import type { Attempt, Mechanism } from '../../sign-in/attempt.ts'
import type { Gate } from '../../sign-in/gate.ts'
import type { Invalidation } from '../../sign-in/session-life.ts'
import {
  badCommands,
  capabilities,
  commandOctets,
  invalidated,
  refusal,
  replies,
  signedIn,
  type SignInVerb,
} from '../../voices/pop3.ts'

type Pop3Limits = {
  connections: number
  /** A command line; a SASL response may be as long as a token. */
  commandOctets: number
  badCommands: number
  /** Set-PopSettings' default for PreAuthenticatedConnectionTimeout; assumed for the cloud. */
  unauthenticatedMs: number
  /** Set-PopSettings' default for AuthenticatedConnectionTimeout; assumed for the cloud. */
  idleMs: number
  /** How long a client may take to close its side when we closed ours. */
  lingerMs: number
}

const defaults: Pop3Limits = {
  connections: 1_000,
  commandOctets,
  badCommands,
  unauthenticatedMs: 60_000,
  idleMs: 1_800_000,
  lingerMs: 500,
}

export type Pop3ServerOptions = {
  gate: Pick<Gate, 'attempt' | 'closed' | 'onInvalidated'>
  /** By primary address; throws if there is none (any more). */
  mailboxes: (address: string) => Mailbox
  clock: Clock
  /** The name in the greeting's bracket. */
  frontend: string
  /** PEM. */
  tls: { cert: string; key: string }
  host: string
  /** 0: any free one. */
  port: number
  limits?: Partial<Pop3Limits>
  /** What time limits are measured with; the system's timers unless a test lets time pass. */
  timers?: Timers
  /** Faults of the server itself, and connections that broke; clients are only told that it is unavailable. */
  onError?: (error: Error) => void
}

export type Pop3Server = AsyncDisposable & { readonly port: number; close(): Promise<void> }

type User = {
  mailbox: Mailbox
  /** Set once the session may not go on: the next command is told. */
  invalidated: Invalidation | undefined
}

/** Resolves when the server listens. Rejects with the system's error if it cannot. */
export async function startPop3Server(options: Pop3ServerOptions): Promise<Pop3Server> {
  const { gate, mailboxes, clock, frontend, tls, timers, onError = () => undefined } = options
  const server = new POP3Server<User>({
    tls,
    secure: true,
    disabledCommands: ['APOP'],
    mechanisms: {
      LOGIN: false,
      PLAIN: { oneLine: true, twoLine: true },
      XOAUTH2: { oneLine: false, twoLine: true },
    },
    capabilities,
    // MS-POP3-37. That this holds for PASS as well is assumed: Microsoft's passwords are ASCII. AUTH carries any secret.
    eightBitCommands: false,
    replies: replies(() => ({ frontend, at: clock.now() })) satisfies Replies,
    // The gate counts failures itself.
    limits: { ...defaults, ...options.limits, signInFailures: Infinity },
    ...(timers && { timers }),

    onAuth(credentials, session) {
      const attempt = attemptFrom(credentials, session)
      const verb: SignInVerb = attempt.mechanism === 'USER' ? 'PASS' : 'AUTH'
      const { decision, reply } = gate.attempt(attempt, (decision) =>
        decision.outcome === 'accepted' ? signedIn[verb] : refusal(decision.reason, { verb, last: decision.last }),
      )
      if (decision.outcome === 'refused') return { ok: false, reply: { text: reply, close: decision.last } }
      const user: User = { mailbox: mailboxes(decision.address), invalidated: undefined }
      gate.onInvalidated(session.id, (why) => (user.invalidated = why))
      return { ok: true, user }
    },

    onOpen: ({ user }) => maildropOf(user.mailbox.inbox),

    onCommand(_command, { user }) {
      if (user?.invalidated) return { text: invalidated[user.invalidated], close: true }
    },

    onCommit({ deleted, retrieved }, { user: { mailbox } }) {
      const { inbox } = mailbox
      inbox.remove(stillIn(inbox, deleted))
      for (const message of stillIn(inbox, retrieved)) inbox.setFlags(message, { mode: 'add', flags: ['\\Seen'] })
    },

    onClose: ({ id }) => gate.closed(id),
  })
  server.on('error', onError)
  const { port } = await server.listen(options.port, options.host)
  return { port, close: () => server.close(), [Symbol.asyncDispose]: () => server.close() }
}

function attemptFrom(credentials: Credentials, { id, secure }: { id: string; secure: boolean }): Attempt {
  if (credentials.mechanism === 'APOP') throw new Error('APOP is disabled')
  return {
    protocol: 'pop3',
    mechanism: credentials.mechanism satisfies Mechanism,
    username: credentials.username,
    proof:
      credentials.mechanism === 'XOAUTH2'
        ? { kind: 'token', token: credentials.token }
        : { kind: 'secret', secret: credentials.password },
    secure,
    session: id,
  }
}

/** MS-POP3-22: numbered by ascending UID, which is the UIDL. Sizes are those stored. */
function maildropOf(inbox: Folder): MaildropMessage[] {
  return inbox.messages.map(({ uid, size }) => ({ uid: String(uid), size, content: () => inbox.byUid(uid)?.raw }))
}

function stillIn(inbox: Folder, messages: readonly MaildropMessage[]) {
  return messages.flatMap(({ uid }) => inbox.byUid(Number(uid)) ?? [])
}
