/**
 * What Microsoft's POP3 service says, word for word, with the evidence of each line beside it; `assumed` where it is only
 * inferred. Says what was decided, decides nothing.
 *
 * Never said here: MS-POP3-04, for which there is only inference; MS-POP3-10, which needs diagnostics switched on; and
 * MS-POP3-18, since POP3 refuses at the sign-in whom it will not connect.
 */
import { frontEnd } from '../sign-in/calendar.ts'
import type { RefusalReason } from '../sign-in/decision.ts'
import type { Invalidation } from '../sign-in/session-life.ts'
import { encodedFrontend, type VoiceContext } from './context.ts'

/** The two commands that sign in, each with words of its own: PASS "logs on", AUTH "authenticates". */
export type SignInVerb = 'PASS' | 'AUTH'

const plain = {
  PASS: '-ERR Logon failure: unknown user name or bad password.', // MS-POP3-07
  AUTH: '-ERR Authentication failure: unknown user name or bad password.', // MS-POP3-13; with PLAIN assumed
} as const
const disabled = {
  PASS: '-ERR Basic authentication is disabled', // MS-POP3-08
  AUTH: '-ERR Basic authentication is disabled', // MS-POP3-08
} as const

/** Refused sign-ins: one text for almost every cause. */
const refusals = {
  'unknown-account': plain,
  'wrong-password': plain,
  'app-password-needed': plain,
  'app-password-removed': plain,
  'app-password-while-two-step-off': plain,
  'account-blocked': plain, // assumed
  'protocol-off': plain, // MS-POP3-07, MS-POP3-13
  'basic-auth-refused': plain,
  'basic-auth-disabled': disabled,
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
} as const satisfies Record<RefusalReason, Record<SignInVerb, string>>

/** MS-POP3-09 and MS-POP3-39: follows the reply that is the session's last, without a `-ERR` of its own. */
const last = '\r\nConnection is closed. 21'

export function refusal(reason: RefusalReason, { verb, last: isLast }: { verb: SignInVerb; last: boolean }): string {
  return isLast ? refusals[reason][verb] + last : refusals[reason][verb]
}

export const signedIn = {
  PASS: '+OK User successfully logged on.', // MS-POP3-06
  AUTH: '+OK User successfully authenticated.', // MS-POP3-12; with PLAIN assumed
} as const satisfies Record<SignInVerb, string>

/** MS-POP3-02, MS-POP3-03: the same before and after the sign-in, and after passwords were retired. */
export const capabilities = ['TOP', 'UIDL', 'SASL PLAIN XOAUTH2', 'USER'] as const

const ok = '+OK'
const unavailable = '-ERR Server Unavailable. 21' // MS-POP3-40
const wrongArgument = '-ERR Protocol error. 14' // MS-POP3-35
const wrongArity = '-ERR Protocol error. 16' // MS-POP3-36
const wrongState = '-ERR Command is not valid in this state.' // MS-POP3-38
const gone = '-ERR The requested message is no longer available; it may have been deleted.' // MS-POP3-27
// MS-POP3-14: a line of more than 512 octets. Tokens on the command line are longer, and are refused so at any length.
const tooLong = { text: '-ERR Protocol error. Connection is closed. 10', close: true } as const

/** Set-PopSettings' default for MaxCommandSize; MS-POP3-14 shows that the cloud has it too. */
export const commandOctets = 512

/** MS-POP3-39. */
export const badCommands = 3

type Totals = { count: number; octets: number }
type Message = { number: number; size: number; uid: string }

/**
 * Everything the server says besides refused sign-ins, by the names that pop3-server-mock has for it.
 * @param context asked each time, since the words change with the clock
 */
export function replies(context: () => Pick<VoiceContext, 'frontend' | 'at'>) {
  return {
    // MS-POP3-01
    greeting: () => `+OK The Microsoft Exchange POP3 service is ready. [${encodedFrontend(context().frontend)}]`,
    tooManyConnections: '-ERR BYE Connection refused', // MS-POP3-45
    capabilities: ({ lines }: { lines: readonly string[] }) => ['+OK', ...lines, '.'].join('\r\n'), // MS-POP3-02
    userAccepted: ok, // MS-POP3-05
    signedIn: ({ mechanism }: { mechanism: string }) => signedIn[mechanism === 'USER' ? 'PASS' : 'AUTH'],
    signInRefused: plain.AUTH,
    tooManySignInFailures: ({ reply }: { reply: string }) => reply + last, // MS-POP3-09
    maildropUnavailable: unavailable,
    mechanisms: '+OK\r\nPLAIN\r\n.', // MS-POP3-16
    challenge: ({ challenge }: { challenge: string }) => `+ ${challenge}`, // MS-POP3-11
    authCancelled: '-ERR The AUTH protocol exchange was canceled by the client.', // MS-POP3-15
    badResponse: wrongArgument, // assumed
    tlsReady: '+OK Begin TLS negotiation.', // MS-POP3-47
    stat: ({ count, octets }: Totals) => `+OK ${count} ${octets}`, // MS-POP3-19
    list: ({ count, octets }: Totals) => `+OK ${count} ${octets}`, // MS-POP3-20
    listOne: ({ number, size }: Message) => `+OK ${number} ${size}`, // MS-POP3-21
    uidl: ok, // MS-POP3-22
    uidlOne: ({ number, uid }: Message) => `+OK ${number} ${uid}`, // MS-POP3-23
    retr: ok, // MS-POP3-24
    top: ok, // MS-POP3-24
    dele: ok, // MS-POP3-28
    noop: ok, // MS-POP3-29
    rset: ok, // MS-POP3-30
    quit: () => `+OK Microsoft Exchange Server${year(context().at)} POP3 server signing off.`, // MS-POP3-31, MS-POP3-32
    commitFailed: unavailable,
    noSuchMessage: '-ERR The specified message is out of range.', // MS-POP3-26
    messageDeleted: gone,
    messageGone: gone, // removed by somebody else: assumed
    messageUnreadable: '-ERR Message corrupted', // MS-POP3-25
    unknownCommand: '-ERR Protocol error. 19', // MS-POP3-33
    wrongState,
    wrongArity,
    wrongArgument,
    lineTooLong: tooLong,
    eightBit: '-ERR Protocol error. 17', // MS-POP3-37
    tlsRequired: wrongState, // never: TLS comes first
    unknownMechanism: '-ERR Protocol error. 14', // MS-POP3-17
    oneLineRefused: tooLong, // MS-POP3-14: only XOAUTH2 is refused so
    twoLineRefused: wrongArity, // never: both mechanisms take two lines
    tooManyBadCommands: ({ reply, cause }: { reply: string; cause: string }) =>
      (cause === 'unknownCommand' ? '-ERR Protocol error. 20' : reply) + last, // MS-POP3-34, MS-POP3-39
    idleTooLong: '-ERR Connection is closed. 12', // MS-POP3-42
    unauthenticatedTooLong: '-ERR Connection is closed. 10', // MS-POP3-43
    serverClosing: '-ERR Connection is closed. 11', // MS-POP3-44
    internalError: `${unavailable}\r\n-ERR Connection is closed. 22`, // MS-POP3-41
  }
}

/** MS-POP3-46, with the reasons that IMAP names: assumed. */
export const invalidated = {
  'access-token-expired': '-ERR Session invalidated - AccessTokenExpired',
  'account-disabled': '-ERR Session invalidated - AccountDisabled',
  'password-changed': '-ERR Session invalidated - PasswordChanged',
} as const satisfies Record<Invalidation, string>

/** The year was dropped at a time nobody noted: with the front ends of 2024, assumed. */
function year(at: Date): string {
  return frontEnd(at) === 'passwords' ? ' 2016' : ''
}
