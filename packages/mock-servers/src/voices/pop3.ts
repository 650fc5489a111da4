/**
 * What Microsoft's POP3 service says. Says what was decided, decides nothing.
 *
 * Never said here: MS-POP3-04, for which there is only inference; MS-POP3-10, which needs diagnostics switched on; and
 * MS-POP3-18, since POP3 refuses at the sign-in whom it will not connect.
 */
import { frontEnd } from '../sign-in/calendar.ts'
import type { RefusalReason } from '../sign-in/decision.ts'
import type { Invalidation } from '../sign-in/session-life.ts'
import { encodedFrontend, type VoiceContext } from './context.ts'
import { fill, texts, type Said } from './said.ts'

/** The two commands that sign in, each with words of its own: PASS "logs on", AUTH "authenticates". */
export type SignInVerb = 'PASS' | 'AUTH'

const plain = {
  PASS: { text: '-ERR Logon failure: unknown user name or bad password.', evidence: 'MS-POP3-07' },
  AUTH: { text: '-ERR Authentication failure: unknown user name or bad password.', evidence: 'MS-POP3-13' },
} as const
const disabled = { text: '-ERR Basic authentication is disabled', evidence: 'MS-POP3-08' } as const

/** Refused sign-ins: one text for almost every cause. */
export const refusals = {
  'unknown-account': plain,
  'wrong-password': plain,
  'app-password-needed': plain,
  'app-password-removed': plain,
  'app-password-while-two-step-off': plain,
  'account-blocked': plain, // assumed
  'protocol-off': plain,
  'basic-auth-refused': plain,
  'basic-auth-disabled': { PASS: disabled, AUTH: disabled },
  'client-submission-retired': plain, // never on POP3
  'smtp-auth-off-mailbox': plain, // never on POP3
  'smtp-auth-off-tenant': plain, // never on POP3
  'security-defaults': plain, // assumed
  'conditional-access': plain, // assumed
  'token-refused': plain,
  'token-expired': plain,
  'token-wrong-audience': plain,
  'token-missing-scope': plain,
  'token-wrong-account': plain,
  'token-alias': plain, // never on POP3
} as const satisfies Record<RefusalReason, Record<SignInVerb, Said>>

export const signedIn = {
  PASS: { text: '+OK User successfully logged on.', evidence: 'MS-POP3-06' },
  AUTH: { text: '+OK User successfully authenticated.', evidence: 'MS-POP3-12' },
} as const satisfies Record<SignInVerb, Said>

/** With the reasons that IMAP names: assumed. */
export const invalidated = {
  'access-token-expired': { text: '-ERR Session invalidated - AccessTokenExpired', evidence: 'MS-POP3-46' },
  'account-disabled': { text: '-ERR Session invalidated - AccountDisabled', evidence: 'MS-POP3-46' },
  'password-changed': { text: '-ERR Session invalidated - PasswordChanged', evidence: 'MS-POP3-46' },
} as const satisfies Record<Invalidation, Said>

/** The lines of CAPA: the same before and after the sign-in, and after passwords were retired (MS-POP3-03). */
export const offered = { text: 'TOP\r\nUIDL\r\nSASL PLAIN XOAUTH2\r\nUSER', evidence: 'MS-POP3-02' } as const
export const capabilities = offered.text.split('\r\n')

const wrongArgument = { text: '-ERR Protocol error. 14', evidence: 'MS-POP3-35' } as const
const wrongArity = { text: '-ERR Protocol error. 16', evidence: 'MS-POP3-36' } as const
const wrongState = { text: '-ERR Command is not valid in this state.', evidence: 'MS-POP3-38' } as const
const unavailable = { text: '-ERR Server Unavailable. 21', evidence: 'MS-POP3-40' } as const
const gone = {
  text: '-ERR The requested message is no longer available; it may have been deleted.',
  evidence: 'MS-POP3-27',
} as const

/** What is always the same, by the names that pop3-server-mock has for it. */
export const fixed = {
  tooManyConnections: { text: '-ERR BYE Connection refused', evidence: 'MS-POP3-45' },
  userAccepted: { text: '+OK', evidence: 'MS-POP3-05' },
  signInRefused: plain.AUTH,
  maildropUnavailable: unavailable,
  mechanisms: { text: '+OK\r\nPLAIN\r\n.', evidence: 'MS-POP3-16' },
  authCancelled: { text: '-ERR The AUTH protocol exchange was canceled by the client.', evidence: 'MS-POP3-15' },
  badResponse: wrongArgument, // assumed
  tlsReady: { text: '+OK Begin TLS negotiation.', evidence: 'MS-POP3-47' },
  uidl: { text: '+OK', evidence: 'MS-POP3-22' },
  retr: { text: '+OK', evidence: 'MS-POP3-24' },
  top: { text: '+OK', evidence: 'MS-POP3-24' },
  dele: { text: '+OK', evidence: 'MS-POP3-28' },
  noop: { text: '+OK', evidence: 'MS-POP3-29' },
  rset: { text: '+OK', evidence: 'MS-POP3-30' },
  commitFailed: unavailable,
  noSuchMessage: { text: '-ERR The specified message is out of range.', evidence: 'MS-POP3-26' },
  messageDeleted: gone,
  messageGone: gone, // removed by somebody else: assumed
  messageUnreadable: { text: '-ERR Message corrupted', evidence: 'MS-POP3-25' },
  unknownCommand: { text: '-ERR Protocol error. 19', evidence: 'MS-POP3-33' },
  wrongState,
  wrongArity,
  wrongArgument,
  eightBit: { text: '-ERR Protocol error. 17', evidence: 'MS-POP3-37' },
  tlsRequired: wrongState, // never: TLS comes first
  unknownMechanism: { text: '-ERR Protocol error. 14', evidence: 'MS-POP3-17' },
  twoLineRefused: wrongArity, // never: both mechanisms take two lines
  idleTooLong: { text: '-ERR Connection is closed. 12', evidence: 'MS-POP3-42' },
  unauthenticatedTooLong: { text: '-ERR Connection is closed. 10', evidence: 'MS-POP3-43' },
  serverClosing: { text: '-ERR Connection is closed. 11', evidence: 'MS-POP3-44' },
  internalError: { text: '-ERR Server Unavailable. 21\r\n-ERR Connection is closed. 22', evidence: 'MS-POP3-41' },
} as const satisfies Record<string, Said>

/** What depends on what it is said about, or when. */
export const spoken = {
  greeting: { text: '+OK The Microsoft Exchange POP3 service is ready. [{base64Frontend}]', evidence: 'MS-POP3-01' },
  challenge: { text: '+ {challenge}', evidence: 'MS-POP3-11' },
  stat: { text: '+OK {count} {octets}', evidence: 'MS-POP3-19' },
  list: { text: '+OK {count} {octets}', evidence: 'MS-POP3-20' },
  listOne: { text: '+OK {number} {size}', evidence: 'MS-POP3-21' },
  uidlOne: { text: '+OK {number} {uid}', evidence: 'MS-POP3-23' },
  quitOfOld: { text: '+OK Microsoft Exchange Server 2016 POP3 server signing off.', evidence: 'MS-POP3-31' },
  quit: { text: '+OK Microsoft Exchange Server POP3 server signing off.', evidence: 'MS-POP3-32' },
  // A line of more than 512 octets. Tokens on the command line are longer, and are refused so at any length.
  tooLong: { text: '-ERR Protocol error. Connection is closed. 10', evidence: 'MS-POP3-14' },
  lastUnknownCommand: { text: '-ERR Protocol error. 20', evidence: 'MS-POP3-34' },
  lastRefusal: { text: '{reply}\r\nConnection is closed. 21', evidence: 'MS-POP3-09' },
  lastBadCommand: { text: '{reply}\r\nConnection is closed. 21', evidence: 'MS-POP3-39' },
} as const satisfies Record<string, Said>

/** Set-PopSettings' default for MaxCommandSize; MS-POP3-14 shows that the cloud has it too. */
export const commandOctets = 512

/** MS-POP3-39. */
export const badCommands = 3

export function refusal(reason: RefusalReason, { verb, last }: { verb: SignInVerb; last: boolean }): string {
  const { text } = refusals[reason][verb]
  return last ? fill(spoken.lastRefusal, { reply: text }) : text
}

type Totals = { count: number; octets: number }
type Message = { number: number; size: number; uid: string }

/**
 * Everything the server says besides refused sign-ins, by the names that pop3-server-mock has for it.
 * @param context asked each time, since the words change with the clock
 */
export function replies(context: () => Pick<VoiceContext, 'frontend' | 'at'>) {
  const tooLong = { text: spoken.tooLong.text, close: true } as const
  return {
    ...texts(fixed),
    greeting: () => fill(spoken.greeting, { base64Frontend: encodedFrontend(context().frontend) }),
    capabilities: ({ lines }: { lines: readonly string[] }) => ['+OK', ...lines, '.'].join('\r\n'),
    signedIn: ({ mechanism }: { mechanism: string }) => signedIn[mechanism === 'USER' ? 'PASS' : 'AUTH'].text,
    tooManySignInFailures: ({ reply }: { reply: string }) => fill(spoken.lastRefusal, { reply }),
    challenge: ({ challenge }: { challenge: string }) => fill(spoken.challenge, { challenge }),
    stat: (totals: Totals) => fill(spoken.stat, totals),
    list: (totals: Totals) => fill(spoken.list, totals),
    listOne: (message: Message) => fill(spoken.listOne, message),
    uidlOne: (message: Message) => fill(spoken.uidlOne, message),
    // The year was dropped at a time nobody noted: with the front ends of 2024, assumed.
    quit: () => (frontEnd(context().at) === 'passwords' ? spoken.quitOfOld : spoken.quit).text,
    lineTooLong: tooLong,
    oneLineRefused: tooLong, // only XOAUTH2 is refused so
    tooManyBadCommands: ({ reply, cause }: { reply: string; cause: string }) =>
      fill(spoken.lastBadCommand, { reply: cause === 'unknownCommand' ? spoken.lastUnknownCommand.text : reply }),
  }
}
