/**
 * What Microsoft's SMTP submission service says. A line begins with its reply code; the bracket that names the front end
 * is put behind it by `inVoice`. Says what was decided, decides nothing.
 */
import type { RefusalReason } from '../sign-in/decision.ts'
import type { VoiceContext } from './context.ts'
import { fill, texts, type Said } from './said.ts'

/** Most causes sound alike, but what a secret and what a token is told was seen apart. */
export type SignInProof = 'secret' | 'token'

const plain = {
  secret: { text: '535 5.7.3 Authentication unsuccessful', evidence: 'MS-SMTP-09' },
  token: { text: '535 5.7.3 Authentication unsuccessful', evidence: 'MS-SMTP-11' },
} as const
const disabled = alike({
  text: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
  evidence: 'MS-SMTP-12',
})
const offForMailbox = alike({
  text: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.',
  evidence: 'MS-SMTP-14',
})

/** Refused sign-ins. */
export const refusals: Record<RefusalReason, Record<SignInProof, Said>> = {
  'unknown-account': plain,
  'wrong-password': plain,
  'app-password-needed': plain,
  'app-password-removed': plain,
  'app-password-while-two-step-off': plain,
  'account-blocked': plain, // for SMTP assumed
  'protocol-off': offForMailbox,
  'basic-auth-refused': disabled,
  'basic-auth-disabled': disabled,
  'client-submission-retired': alike({
    text: '550 5.7.30 Basic authentication is not supported for Client Submission.',
    evidence: 'MS-SMTP-18',
  }),
  'smtp-auth-off-mailbox': offForMailbox,
  'smtp-auth-off-tenant': alike({
    text: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.',
    evidence: 'MS-SMTP-15',
  }),
  'security-defaults': alike({
    text: "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
    evidence: 'MS-SMTP-16',
  }),
  'conditional-access': alike({
    text: '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    evidence: 'MS-SMTP-17',
  }),
  'token-refused': plain,
  'token-expired': plain,
  'token-wrong-audience': plain,
  'token-missing-scope': plain,
  'token-wrong-account': plain,
  'token-alias': plain,
}

/** Everything else that is the same at all times. */
export const fixed = {
  startTls: { text: '220 2.0.0 SMTP server ready', evidence: 'MS-SMTP-05' },
  userNamePrompt: { text: '334 VXNlcm5hbWU6', evidence: 'MS-SMTP-06' },
  passwordPrompt: { text: '334 UGFzc3dvcmQ6', evidence: 'MS-SMTP-06' },
  tokenPrompt: { text: '334 ', evidence: 'MS-SMTP-07' },
  signedIn: { text: '235 2.7.0 Authentication successful', evidence: 'MS-SMTP-08' },
  unrecognizedAuthentication: { text: '504 5.7.4 Unrecognized authentication type', evidence: 'MS-SMTP-22' },
  senderOk: { text: '250 2.1.0 Sender OK', evidence: 'MS-SMTP-23' },
  recipientOk: { text: '250 2.1.5 Recipient OK', evidence: 'MS-SMTP-24' },
  startInput: { text: '354 Start mail input; end with <CRLF>.<CRLF>', evidence: 'MS-SMTP-25' },
  closing: { text: '221 2.0.0 Service closing transmission channel', evidence: 'MS-SMTP-34' },
  resetting: { text: '250 2.0.0 Resetting', evidence: 'MS-SMTP-36' },
  ok: { text: '250 2.0.0 OK', evidence: 'MS-SMTP-37' },
  cannotVerify: { text: '252 2.1.5 Cannot VRFY user', evidence: 'MS-SMTP-38' },
  sendHelloFirst: { text: '503 5.5.2 Send hello first', evidence: 'MS-SMTP-39' },
  needMail: { text: '503 5.5.2 Need mail command', evidence: 'MS-SMTP-40' },
  needRecipient: { text: '503 5.5.2 Need rcpt command', evidence: 'MS-SMTP-41' },
  senderAlreadyGiven: { text: '503 5.5.2 Sender already specified', evidence: 'MS-SMTP-42' },
  badSequence: { text: '503 5.5.1 Bad sequence of commands', evidence: 'MS-SMTP-43' },
  invalidArguments: { text: '501 5.5.4 Invalid arguments', evidence: 'MS-SMTP-44' },
  invalidDomain: { text: '501 5.5.4 Invalid domain name', evidence: 'MS-SMTP-45' },
  invalidRecipient: { text: '501 5.1.3 Invalid address', evidence: 'MS-SMTP-46' },
  invalidSender: { text: '501 5.1.7 Invalid address', evidence: 'MS-SMTP-47' },
  commandTooLong: { text: '500 5.5.2 Command too long', evidence: 'MS-SMTP-48' },
  alreadySignedIn: { text: '503 5.5.2 Auth command already specified', evidence: 'MS-SMTP-49' },
  signInCancelled: { text: '501 5.5.4 Authentication cancelled', evidence: 'MS-SMTP-50' },
  startTlsFirst: { text: '530 5.7.0 Must issue a STARTTLS command first', evidence: 'MS-SMTP-52' },
  startTlsTwice: { text: '503 5.5.2 Only one STARTTLS command can be issued per session', evidence: 'MS-SMTP-53' },
  tooManyRecipients: { text: '452 4.5.3 Too many recipients', evidence: 'MS-SMTP-56' },
  idle: { text: '451 4.7.0 Timeout waiting for client input', evidence: 'MS-SMTP-57' },
  tooManyErrors: {
    text: '421 4.7.0 Too many errors on this connection, closing transmission channel',
    evidence: 'MS-SMTP-58',
  },
  tooManyConnections: {
    text: '421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel',
    evidence: 'MS-SMTP-59',
  },
  /** When a session may not go on: assumed. */
  dropped: { text: '421 4.4.2 Connection dropped', evidence: 'MS-SMTP-60' },
  serverError: { text: '451 4.7.0 Temporary server error. Please try again later. PRX1', evidence: 'MS-SMTP-33' },
} as const satisfies Record<string, Said>

export const replies = texts(fixed)

/** Microsoft's own limit as it tells it (MS-SMTP-03). */
export const messageOctets = 157_286_400

/** Behind 4xx and 5xx lines: the host alone until about 2022, then time and session too. */
export const brackets = {
  short: { text: '[{frontend}]', evidence: 'MS-SMTP-09' },
  long: { text: '[{frontend} {time} {session}]', evidence: 'MS-SMTP-11' },
} as const satisfies Record<'short' | 'long', Said>

const longBracketsSince = Date.UTC(2023, 0, 1)

export function isLong({ at }: Pick<VoiceContext, 'at'>): boolean {
  return at.getTime() >= longBracketsSince
}

/** Adds the bracket that Microsoft puts behind every 4xx and 5xx line that has none. */
export function inVoice(reply: string, context: VoiceContext): string {
  return /^[45]\d\d .*[^\]]$/.test(reply) ? `${reply} ${bracket(context)}` : reply
}

function bracket({ frontend, at, session }: VoiceContext): string {
  return isLong({ at })
    ? fill(brackets.long, { frontend, time: at.toISOString(), session })
    : fill(brackets.short, { frontend })
}

function alike(said: Said): Record<SignInProof, Said> {
  return { secret: said, token: said }
}
