/**
 * Microsoft's words on IMAP, without tag and status. Says what was decided, decides nothing. How a session goes on is in
 * imap-session.ts.
 */
import type { RefusalReason } from '../sign-in/decision.ts'
import type { Invalidation } from '../sign-in/session-life.ts'
import { fill, type Said } from './said.ts'

/** The two commands that sign in; a refusal names the one that was used. */
export type SignInVerb = 'LOGIN' | 'AUTHENTICATE'

const plain = {
  LOGIN: { text: 'LOGIN failed.', evidence: 'MS-IMAP-09' },
  AUTHENTICATE: { text: 'AUTHENTICATE failed.', evidence: 'MS-IMAP-18' },
} as const
const blocked = {
  LOGIN: {
    text: 'LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.',
    evidence: 'MS-IMAP-12',
  },
  AUTHENTICATE: {
    text: 'AUTHENTICATE failed. Account is blocked. Login to your account via a web browser to verify your identity.',
    evidence: 'MS-IMAP-12',
  },
} as const
const disabled = { text: 'Basic authentication is disabled.', evidence: 'MS-IMAP-11' } as const
const notConnected = { text: 'User is authenticated but not connected.', evidence: 'MS-IMAP-14' } as const

/** What follows `NO` when a sign-in is refused. */
export const refusals = {
  'unknown-account': plain,
  'wrong-password': plain,
  'app-password-needed': plain,
  'app-password-removed': plain,
  'app-password-while-two-step-off': plain,
  'account-blocked': blocked,
  'protocol-off': { LOGIN: notConnected, AUTHENTICATE: notConnected },
  'basic-auth-refused': plain,
  'basic-auth-disabled': { LOGIN: disabled, AUTHENTICATE: disabled },
  'smtp-auth-off-mailbox': plain, // never on IMAP
  'smtp-auth-off-tenant': plain, // never on IMAP
  'client-submission-retired': plain, // never on IMAP
  'security-defaults': plain,
  'conditional-access': plain,
  'token-refused': plain,
  'token-expired': plain,
  'token-wrong-audience': plain,
  'token-missing-scope': plain,
  'token-wrong-account': { LOGIN: notConnected, AUTHENTICATE: notConnected },
  'token-alias': plain, // never on IMAP
} as const satisfies Record<RefusalReason, Record<SignInVerb, Said>>

/** Everything else that a command may be answered with instead of its completion, with the status in front. */
export const complaints = {
  'bad-command': { status: 'BAD', text: 'Command Error. 12', evidence: 'MS-IMAP-23' },
  'eight-bit-command': { status: 'BAD', text: 'Command Error. 11', evidence: 'MS-IMAP-26' },
  'command-too-long': { status: 'BAD', text: 'Command Error. 10', evidence: 'MS-IMAP-27' },
  'bad-argument': { status: 'BAD', text: 'Command Argument Error. 11', evidence: 'MS-IMAP-24' },
  'unknown-mechanism': { status: 'BAD', text: 'Command Argument Error. 11', evidence: 'MS-IMAP-22' },
  'bad-argument-count': { status: 'BAD', text: 'Command Argument Error. 12', evidence: 'MS-IMAP-25' },
  'bad-message-set': { status: 'BAD', text: 'The specified message set is invalid.', evidence: 'MS-IMAP-30' },
  /** Behind the answers for the messages that the set names and that exist. */
  'message-set-too-far': { status: 'NO', text: 'The specified message set is invalid.', evidence: 'MS-IMAP-56' },
  'bad-state': { status: 'BAD', text: 'Command received in Invalid state.', evidence: 'MS-IMAP-28' },
  'bad-id': { status: 'BAD', text: 'ID failed', evidence: 'MS-IMAP-40' },
  'not-connected': { status: 'BAD', text: 'User is authenticated but not connected.', evidence: 'MS-IMAP-13' },
  cancelled: {
    status: 'NO',
    text: 'The AUTH protocol exchange was canceled by the client.',
    evidence: 'MS-IMAP-21',
  },
  'bad-charset': {
    status: 'NO',
    text: '[BADCHARSET (US-ASCII)] The specified charset is not supported.',
    evidence: 'MS-IMAP-31',
  },
  unavailable: { status: 'NO', text: 'Server Unavailable. 15', evidence: 'MS-IMAP-32' },
  /** The name as the client wrote it. */
  'no-such-folder': { status: 'NO', text: "{name} doesn't exist.", evidence: 'MS-IMAP-46' },
  /** RFC 3501, 6.3.11 and 6.4.7 require the code. */
  'no-such-target': { status: 'NO', text: "[TRYCREATE] {name} doesn't exist.", evidence: 'MS-IMAP-46' },
  'folder-exists': { status: 'NO', text: 'Mailbox already exists.', evidence: 'MS-IMAP-52' },
  failed: { status: 'NO', text: '{verb} failed.', evidence: 'MS-IMAP-53' },
  /** RFC 2180, 4.1.2 and RFC 5530: a message named by its number has gone, and the client does not know it yet. */
  'message-gone': { status: 'NO', text: '[EXPUNGEISSUED] {verb} failed.', evidence: 'MS-IMAP-53' },
} as const satisfies Record<string, Said & { status: 'NO' | 'BAD' }>

export type Complaint = keyof typeof complaints

/** @param subject what the sentence speaks about: a folder's name as the client wrote it, or the command */
export function complaint(reason: Complaint, subject: string): { status: 'NO' | 'BAD'; text: string } {
  const { status, text } = complaints[reason]
  return { status, text: fill({ text }, { name: subject, verb: subject }) }
}

/** What follows `* BYE` when the server ends the connection. */
export const goodbyes = {
  signedOff: { text: 'Microsoft Exchange Server IMAP4 server signing off.', evidence: 'MS-IMAP-50' },
  tooManyConnections: { text: 'Connection is closed. 10', evidence: 'MS-IMAP-35' },
  notSignedIn: { text: 'Connection is closed. 11', evidence: 'MS-IMAP-36' },
  shutdown: { text: 'Connection is closed. 12', evidence: 'MS-IMAP-37' },
  idleTooLong: { text: 'Connection is closed. 13', evidence: 'MS-IMAP-34' },
  /** Behind the refusal of LOGIN; behind that of AUTHENTICATE the same (MS-IMAP-19). */
  tooManyFailures: { text: 'Connection is closed. 14', evidence: 'MS-IMAP-20' },
  tooManyErrors: { text: 'Connection closed. 14', evidence: 'MS-IMAP-29' },
  /** Also where the client may not send so much before it has signed in, or would have to be drained. */
  commandTooLong: { text: 'Connection closed.', evidence: 'MS-IMAP-27' },
} as const satisfies Record<string, Said>

/** What follows `* BYE` when a session may not go on. The first was seen, the others' names are assumed. */
export const invalidated = {
  'access-token-expired': { text: 'Session invalidated - AccessTokenExpired', evidence: 'MS-IMAP-38' },
  'account-disabled': { text: 'Session invalidated - AccountDisabled', evidence: 'MS-IMAP-38' },
  'password-changed': { text: 'Session invalidated - PasswordChanged', evidence: 'MS-IMAP-38' },
} as const satisfies Record<Invalidation, Said>
