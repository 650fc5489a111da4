/**
 * Microsoft's words on IMAP: greeting, capability lines, completions, refusals and goodbyes, each with the id of its
 * evidence in `docs/microsoft-sign-in.md`; `assumed` where it is only inferred. Says what was decided, decides nothing.
 */
import { frontEnd } from '../sign-in/calendar.ts'
import type { RefusalReason } from '../sign-in/decision.ts'
import type { Invalidation } from '../sign-in/session-life.ts'
import { encodedFrontend, type VoiceContext } from './context.ts'

/** The two commands that sign in; a refusal names the one that was used. */
export type SignInVerb = 'LOGIN' | 'AUTHENTICATE'

type Refusal = { text: (verb: SignInVerb) => string; evidence: string }

/** LOGIN: MS-IMAP-09; AUTHENTICATE with any mechanism: MS-IMAP-18. */
const plain = { text: (verb) => `${verb} failed.`, evidence: 'MS-IMAP-09' } satisfies Refusal

const badToken = { text: (verb) => `${verb} failed.`, evidence: 'MS-IMAP-18' } satisfies Refusal

const notConnected = {
  text: () => 'User is authenticated but not connected.',
  evidence: 'MS-IMAP-14',
} satisfies Refusal

/** What follows `NO` when a sign-in is refused. */
export const refusals = {
  'unknown-account': plain,
  'wrong-password': plain,
  'app-password-needed': plain,
  'app-password-removed': plain,
  'app-password-while-two-step-off': plain,
  'account-blocked': {
    // Seen behind LOGIN only; with AUTHENTICATE in front of it, assumed.
    text: (verb) =>
      `${verb} failed. Account is blocked. Login to your account via a web browser to verify your identity.`,
    evidence: 'MS-IMAP-12',
  },
  'protocol-off': notConnected,
  'basic-auth-refused': plain,
  'basic-auth-disabled': { text: () => 'Basic authentication is disabled.', evidence: 'MS-IMAP-11' },
  'smtp-auth-off-mailbox': plain,
  'smtp-auth-off-tenant': plain,
  'client-submission-retired': plain,
  'security-defaults': plain,
  'conditional-access': plain,
  'token-refused': badToken,
  'token-expired': badToken,
  'token-wrong-audience': badToken,
  'token-missing-scope': badToken,
  'token-wrong-account': notConnected,
  'token-alias': badToken, // never on IMAP
} as const satisfies Record<RefusalReason, Refusal>

/** Everything else that a command may be answered with instead of its completion. */
export const complaints = {
  'bad-command': { status: 'BAD', text: () => 'Command Error. 12', evidence: 'MS-IMAP-23' },
  'eight-bit-command': { status: 'BAD', text: () => 'Command Error. 11', evidence: 'MS-IMAP-26' },
  'command-too-long': { status: 'BAD', text: () => 'Command Error. 10', evidence: 'MS-IMAP-27' },
  'bad-argument': { status: 'BAD', text: () => 'Command Argument Error. 11', evidence: 'MS-IMAP-24' },
  'unknown-mechanism': { status: 'BAD', text: () => 'Command Argument Error. 11', evidence: 'MS-IMAP-22' },
  'bad-argument-count': { status: 'BAD', text: () => 'Command Argument Error. 12', evidence: 'MS-IMAP-25' },
  'bad-message-set': {
    status: 'BAD',
    text: () => 'The specified message set is invalid.',
    evidence: 'MS-IMAP-30',
  },
  /** Behind the answers for the messages that the set names and that exist. */
  'message-set-too-far': { status: 'NO', text: () => 'The specified message set is invalid.', evidence: 'MS-IMAP-56' },
  'bad-state': { status: 'BAD', text: () => 'Command received in Invalid state.', evidence: 'MS-IMAP-28' },
  'bad-id': { status: 'BAD', text: () => 'ID failed', evidence: 'MS-IMAP-40' },
  'not-connected': { status: 'BAD', text: () => 'User is authenticated but not connected.', evidence: 'MS-IMAP-13' },
  cancelled: {
    status: 'NO',
    text: () => 'The AUTH protocol exchange was canceled by the client.',
    evidence: 'MS-IMAP-21',
  },
  'bad-charset': {
    status: 'NO',
    text: () => '[BADCHARSET (US-ASCII)] The specified charset is not supported.',
    evidence: 'MS-IMAP-31',
  },
  unavailable: { status: 'NO', text: () => 'Server Unavailable. 15', evidence: 'MS-IMAP-32' },
  /** The subject is the folder's name as the client wrote it. */
  'no-such-folder': { status: 'NO', text: (name) => `${name} doesn't exist.`, evidence: 'MS-IMAP-46' },
  /** RFC 3501, 6.3.11 and 6.4.7 require the code; the words behind it are assumed to be the same. */
  'no-such-target': { status: 'NO', text: (name) => `[TRYCREATE] ${name} doesn't exist.`, evidence: 'MS-IMAP-46' },
  'folder-exists': { status: 'NO', text: () => 'Mailbox already exists.', evidence: 'MS-IMAP-52' },
  /** The subject is the command. Seen for LOGIN, AUTHENTICATE and ID; for every other command assumed. */
  failed: { status: 'NO', text: (verb) => `${verb} failed.`, evidence: 'MS-IMAP-53' },
  /** RFC 2180, 4.1.2 and RFC 5530: a message named by its number has gone, and the client does not know it yet. */
  'message-gone': { status: 'NO', text: (verb) => `[EXPUNGEISSUED] ${verb} failed.`, evidence: 'MS-IMAP-53' },
} as const satisfies Record<string, { status: 'NO' | 'BAD'; text: (subject: string) => string; evidence: string }>

export type Complaint = keyof typeof complaints

/** What follows `* BYE` when the server ends the connection. */
export const goodbyes = {
  signedOff: { text: 'Microsoft Exchange Server IMAP4 server signing off.', evidence: 'MS-IMAP-50' },
  tooManyConnections: { text: 'Connection is closed. 10', evidence: 'MS-IMAP-35' },
  notSignedIn: { text: 'Connection is closed. 11', evidence: 'MS-IMAP-36' },
  shutdown: { text: 'Connection is closed. 12', evidence: 'MS-IMAP-37' },
  idleTooLong: { text: 'Connection is closed. 13', evidence: 'MS-IMAP-34' },
  /** Behind the refusal: MS-IMAP-19 for AUTHENTICATE, MS-IMAP-20 for LOGIN. */
  tooManyFailures: { text: 'Connection is closed. 14', evidence: 'MS-IMAP-20' },
  tooManyErrors: { text: 'Connection closed. 14', evidence: 'MS-IMAP-29' },
  /** Also where the client may not send so much before it has signed in, or would have to be drained. */
  commandTooLong: { text: 'Connection closed.', evidence: 'MS-IMAP-27' },
} as const satisfies Record<string, { text: string; evidence: string }>

/** MS-IMAP-38: what follows `* BYE` when a session may not go on. The first was seen, the others' names are assumed. */
export const invalidated = {
  'access-token-expired': 'Session invalidated - AccessTokenExpired',
  'account-disabled': 'Session invalidated - AccountDisabled',
  'password-changed': 'Session invalidated - PasswordChanged',
} as const satisfies Record<Invalidation, string>

/** MS-IMAP-01. */
export function greeting({ frontend }: VoiceContext): string {
  return `* OK The Microsoft Exchange IMAP4 service is ready. [${encodedFrontend(frontend)}]`
}

const before = {
  passwords: 'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+', // MS-IMAP-02
  advertised:
    'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+', // MS-IMAP-03
  disabled:
    'IMAP4 IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+', // MS-IMAP-04
} as const satisfies Record<ReturnType<typeof frontEnd>, string>

const extras = 'CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+'
const withPasswords = `IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT ${extras}` // MS-IMAP-06

const after = {
  passwords: withPasswords,
  advertised: withPasswords, // assumed: no capture of that time is known
  disabled: `IMAP4 IMAP4rev1 AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT ${extras}`, // MS-IMAP-07
} as const satisfies Record<ReturnType<typeof frontEnd>, string>

/** The words of the capability line at that date, before or after signing in. */
export function capabilities({ at, signedIn }: { at: Date; signedIn: boolean }): readonly string[] {
  return (signedIn ? after : before)[frontEnd(at)].split(' ')
}

/** Every word that any line has, in the order all lines agree on. */
export const everyCapability: readonly string[] =
  'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 LOGINDISABLED SASL-IR UIDPLUS MOVE ID UNSELECT CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+'.split(
    ' ',
  )

/**
 * The text of a tagged OK: MS-IMAP-05 (CAPABILITY), MS-IMAP-08 (LOGIN), MS-IMAP-17 (AUTHENTICATE), MS-IMAP-41
 * (NAMESPACE), MS-IMAP-42 (LIST), MS-IMAP-44 (SELECT), MS-IMAP-45 (EXAMINE), MS-IMAP-47 (STATUS), MS-IMAP-48 (APPEND),
 * MS-IMAP-50 (LOGOUT); ID has no full stop (MS-IMAP-39). The UID forms answer with the bare verb (MS-IMAP-54).
 */
export function completed(verb: string): string {
  return verb === 'ID' ? 'ID completed' : `${verb.replace(/^UID /, '')} completed.`
}

/** MS-IMAP-39. */
export const identity = { name: 'Microsoft.Exchange.Imap4.Imap4Server', version: '15.20' } as const

/** Texts that are sent on the way to a completion. */
export const remarks = {
  /** MS-IMAP-16: a bare plus for AUTHENTICATE, without a space. */
  challenge: '+',
  /** Assumed: RFC 3501's own example with Microsoft's full stop. */
  literal: '+ Ready for additional command text.',
  /** MS-IMAP-49. */
  idling: '+ IDLE accepted, awaiting DONE command.',
  /** MS-IMAP-48, for APPEND. */
  keywords: '* NO Keywords are not supported!',
} as const

/** MS-IMAP-44, in Microsoft's order; UNSEEN only if there is such a message. EXAMINE can change no flag: assumed `()`. */
export function selected(folder: {
  exists: number
  recent: number
  firstUnseen: number | undefined
  uidValidity: number
  uidNext: number
  readOnly: boolean
  flags: readonly string[]
}): string[] {
  const flags = folder.flags.join(' ')
  return [
    `* ${folder.exists} EXISTS`,
    `* ${folder.recent} RECENT`,
    `* FLAGS (${flags})`,
    `* OK [PERMANENTFLAGS (${folder.readOnly ? '' : flags})] Permanent flags`,
    ...(folder.firstUnseen === undefined ? [] : [`* OK [UNSEEN ${folder.firstUnseen}] Is the first unseen message`]),
    `* OK [UIDVALIDITY ${folder.uidValidity}] UIDVALIDITY value`,
    `* OK [UIDNEXT ${folder.uidNext}] The next unique identifier value`,
  ]
}

/** MS-IMAP-47: a space follows the closing parenthesis. */
export function status(name: string, items: string): string {
  return `* STATUS ${name} (${items}) `
}
