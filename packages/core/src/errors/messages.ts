import type { ProblemCode } from './codes.ts'
import type { Details, ErrorCode, ErrorDetails, MessageProblem } from './details.ts'
import { findingMessages } from './finding-messages.ts'
import { englishMistakes, wordMistake, type MapMistake } from './map-mistakes.ts'
import { protocolProblems } from './protocol-problems.ts'

const unsuitable = {
  'not-an-address': (address: string) => `${address} is not a mail address such as hanako@hotmail.com.`,
  'not-one-sender': () => 'A message has exactly one sender.',
  'not-for-an-envelope': (address: string) => `${address} is not a mail address.`,
  'not-a-username': () => 'The username is empty or holds a control character. Nothing was sent.',
} as const satisfies Record<Details['bad-address']['problem'], (address: string) => string>

const unreadable = {
  form: () => 'it must read PROTOCOL=HOST:PORT/SECURITY, such as imap=imap-mail.outlook.com:993/tls',
  host: (part: string) => `${part} cannot be the name of a server`,
  protocol: (part: string) => `${JSON.stringify(part)} is none of the protocols imap, pop3 and smtp`,
  'no-protocol': () => 'its protocol is missing, and the port does not tell it: imap, pop3 or smtp',
  port: (part: string) => `${JSON.stringify(part)} is no port: a port is a number from 1 to 65535`,
  'no-port': () => 'its port is missing, such as :993',
  security: (part: string) => `${JSON.stringify(part)} is no encryption: tls, starttls or none`,
  'no-security': () => 'its encryption is missing, and the port does not tell it: /tls, /starttls or /none',
  option: (part: string) => `${JSON.stringify(part)} is none of the options spa, no-auth and user=NAME`,
  twice: () => 'its protocol is given twice',
} as const satisfies Record<Details['bad-using']['problem'], (part: string) => string>

const unsendable = {
  empty: 'it is empty',
  'too-long': 'it is longer than any password or token',
  'control-character': 'it contains a NUL character or a line break, which no mail protocol can carry',
  'not-a-token': 'it contains a character that no token has',
} as const satisfies Record<Details['bad-secret']['problem'], string>

const unusable = {
  'no-header': ({ line }) =>
    line === undefined ? 'The message has no header.' : `Line ${line} is no header field: this is not a mail message.`,
  'no-sender': () => 'The message has no address in its From field.',
  'no-recipients': () => 'The message names no recipient.',
  'too-many-recipients': ({ most }) => `The message has more than ${most} recipients.`,
  'too-large': ({ most }) => `The message is larger than ${most === undefined ? 'allowed' : `${most} bytes`}.`,
  'too-complex': () => 'The message has too many parts, is nested too deep, or its header is too long.',
} as const satisfies Record<MessageProblem, (of: Details['bad-message']) => string>

const notTaken = {
  'request-unknown': 'Graph does not know this request. Nothing was sent.',
} as const satisfies Record<NonNullable<Details['message-refused']['problem']>, string>

const misused = {
  'password-and-token': 'A sign-in takes a password or a token, not both. Nothing was sent.',
  'personal-cloud': 'Personal accounts exist in the global cloud only.',
} as const satisfies Record<Details['usage']['problem'], string>

const problemMessages: { readonly [C in ProblemCode]: (of: Details[C]) => string } = {
  'bad-address': ({ address = '', problem }) => unsuitable[problem](JSON.stringify(address)),
  'bad-date': ({ date }) => `${JSON.stringify(date)} is not a date such as 2021-05-01.`,
  'bad-using': ({ using, problem, part = '' }) =>
    `${JSON.stringify(using)} cannot be read: ${unreadable[problem](part)}.`,
  'bad-secret': ({ what, problem }) => `The ${what} was not sent: ${unsendable[problem]}.`,
  'bad-server-map': ({ path, mistakes }) => `The server map ${path} has mistakes: ${listed(mistakes)}`,
  'map-not-private': ({ path }) =>
    `Others can write the server map ${path}, and so send your password elsewhere: make it yours alone (chown, chmod 600).`,
  'map-not-local': ({ path, mistakes }) => `The server map ${path} points away from this machine: ${listed(mistakes)}`,
  'bad-message': (of) => unusable[of.problem](of),
  'file-missing': ({ path }) => `The file ${path} does not exist.`,
  'file-unreadable': ({ path, error }) => `The file ${path} cannot be read (${error}).`,
  'folder-missing': ({ folder }) => `The folder ${JSON.stringify(folder)} cannot be opened.`,
  'message-missing': ({ uid }) =>
    uid === undefined ? 'The server does not have this message.' : `No message has the UID ${JSON.stringify(uid)}.`,
  'protocol-broken': (of) => protocolProblems[of.problem](of),
  'sign-in-refused': ({ notOffered }) =>
    notOffered === undefined
      ? 'The server refused the sign-in.'
      : `The server takes no ${notOffered}s here. Nothing was sent.`,
  'account-missing': () => 'No sign-in with Microsoft is kept for this account.',
  'message-refused': ({ problem }) => (problem === undefined ? 'The server refused the message.' : notTaken[problem]),
  aborted: () => 'Stopped on request.',
  usage: ({ problem }) => misused[problem],
}

const messages = { ...problemMessages, ...findingMessages } as Readonly<Record<ErrorCode, (of: object) => string>>

/** A failure as one line of English. */
export function messageOf<Code extends ErrorCode>(code: Code, details: ErrorDetails<Code>): string {
  const message = messages[code](details)
  if (details.delivery === undefined) return message
  return `${message} The message may have been sent: look before sending it again.`
}

function listed(mistakes: readonly MapMistake[]): string {
  return mistakes.map((mistake) => wordMistake(mistake, englishMistakes)).join('; ')
}
