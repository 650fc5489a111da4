import { expect, test } from 'vitest'
import type { ErrorCode, ErrorDetails } from './details.ts'
import { SparekeyError } from './sparekey-error.ts'

type Rows = { [C in ErrorCode]: readonly (readonly [ErrorDetails<C>, string])[] }

const path = 'map.json'
const mistakes = [
  { path: '$.version', code: 'missing', params: {} },
  { path: '$.connect["a:1"]', code: 'not-local', params: { target: '192.0.2.1:1' } },
] as const
const bare = (sentence: string) => [[{}, `${sentence}.`] as const]

/** Every code with each of its problems, and what a program reads in `message`. */
const rows: Rows = {
  'bad-address': [
    [{ address: 'x', problem: 'not-an-address' }, '"x" is not a mail address such as hanako@hotmail.com.'],
    [{ address: 'a@b.c, d@e.f', problem: 'not-one-sender' }, 'A message has exactly one sender.'],
    [{ address: 'a b@c', problem: 'not-for-an-envelope' }, '"a b@c" is not a mail address.'],
    [{ problem: 'not-a-username' }, 'The username is empty or holds a control character. Nothing was sent.'],
  ],
  'bad-date': [[{ date: '2021-02-30' }, '"2021-02-30" is not a date such as 2021-05-01.']],
  'bad-using': [
    [
      { using: 'x', problem: 'form' },
      '"x" cannot be read: it must read PROTOCOL=HOST:PORT/SECURITY, such as imap=imap-mail.outlook.com:993/tls.',
    ],
    [{ using: 'x', problem: 'host', part: 'a..b' }, '"x" cannot be read: a..b cannot be the name of a server.'],
    [
      { using: 'x', problem: 'port', part: '0' },
      '"x" cannot be read: "0" is no port: a port is a number from 1 to 65535.',
    ],
    [{ using: 'x', problem: 'no-port' }, '"x" cannot be read: its port is missing, such as :993.'],
    [
      { using: 'x', problem: 'protocol', part: 'ftp' },
      '"x" cannot be read: "ftp" is none of the protocols imap, pop3 and smtp.',
    ],
    [
      { using: 'x', problem: 'no-protocol' },
      '"x" cannot be read: its protocol is missing, and the port does not tell it: imap, pop3 or smtp.',
    ],
    [
      { using: 'x', problem: 'security', part: 'auto' },
      '"x" cannot be read: "auto" is no encryption: tls, starttls or none.',
    ],
    [
      { using: 'x', problem: 'no-security' },
      '"x" cannot be read: its encryption is missing, and the port does not tell it: /tls, /starttls or /none.',
    ],
    [
      { using: 'x', problem: 'option', part: 'ssl' },
      '"x" cannot be read: "ssl" is none of the options spa, no-auth and user=NAME.',
    ],
    [{ using: 'imap', problem: 'twice' }, '"imap" cannot be read: its protocol is given twice.'],
  ],
  'bad-secret': [
    [{ what: 'password', problem: 'empty' }, 'The password was not sent: it is empty.'],
    [{ what: 'token', problem: 'too-long' }, 'The token was not sent: it is longer than any password or token.'],
    [
      { what: 'password', problem: 'control-character' },
      'The password was not sent: it contains a NUL character or a line break, which no mail protocol can carry.',
    ],
    [{ what: 'token', problem: 'not-a-token' }, 'The token was not sent: it contains a character that no token has.'],
  ],
  'bad-server-map': [
    [{ path, mistakes: [mistakes[0]] }, 'The server map map.json has mistakes: $.version: is missing'],
  ],
  'map-not-private': [
    [
      { path },
      'Others can write the server map map.json, and so send your password elsewhere: make it yours alone (chown, chmod 600).',
    ],
  ],
  'map-not-local': [
    [
      { path, mistakes: [mistakes[1], mistakes[1]] },
      'The server map map.json points away from this machine: $.connect["a:1"]: 192.0.2.1:1; $.connect["a:1"]: 192.0.2.1:1',
    ],
  ],
  'bad-message': [
    [{ problem: 'no-header' }, 'The message has no header.'],
    [{ problem: 'no-header', line: 3 }, 'Line 3 is no header field: this is not a mail message.'],
    [{ problem: 'no-sender' }, 'The message has no address in its From field.'],
    [{ problem: 'no-recipients' }, 'The message names no recipient.'],
    [{ problem: 'too-many-recipients', most: 500 }, 'The message has more than 500 recipients.'],
    [{ problem: 'too-large' }, 'The message is larger than allowed.'],
    [{ problem: 'too-large', most: 9 }, 'The message is larger than 9 bytes.'],
    [{ problem: 'too-complex' }, 'The message has too many parts, is nested too deep, or its header is too long.'],
  ],
  'file-missing': [[{ path }, 'The file map.json does not exist.']],
  'file-unreadable': [[{ path, error: 'EACCES' }, 'The file map.json cannot be read (EACCES).']],
  'folder-missing': [[{ folder: 'Sent' }, 'The folder "Sent" cannot be opened.']],
  'message-missing': [
    [{ uid: '7' }, 'No message has the UID "7".'],
    [{ reply: '-ERR no' }, 'The server does not have this message.'],
  ],
  'protocol-broken': [
    [{ problem: 'command-refused', word: 'NOOP', reply: '-ERR' }, 'The server refused NOOP.'],
    [{ problem: 'no-http', word: 'HPE_INVALID' }, 'What answers there does not speak HTTP (HPE_INVALID).'],
    [{ problem: 'http-status', status: 601 }, 'The server answered with status 601.'],
    [{ problem: 'answer-too-large', word: 9 }, 'The answer is larger than 9 bytes.'],
    [
      { problem: 'graph-unclear', status: 302, delivery: 'unknown' },
      'Graph gave no clear answer (302). The message may have been sent: look before sending it again.',
    ],
    [
      { problem: 'identity-answer', word: 'OAUTH_X' },
      'The answer of Microsoft’s identity service is not what it should be (OAUTH_X).',
    ],
  ],
  'sign-in-refused': [
    [{ reply: 'NO' }, 'The server refused the sign-in.'],
    [{ notOffered: 'password', offered: ['XOAUTH2'] }, 'The server takes no passwords here. Nothing was sent.'],
    [{ notOffered: 'token' }, 'The server takes no tokens here. Nothing was sent.'],
  ],
  'account-missing': [[{ address: 'a@b.c' }, 'No sign-in with Microsoft is kept for this account.']],
  'message-refused': [
    [{ reply: '554 5.2.0' }, 'The server refused the message.'],
    [{ problem: 'request-unknown', status: 501 }, 'Graph does not know this request. Nothing was sent.'],
  ],
  aborted: [
    [{}, 'Stopped on request.'],
    [{ delivery: 'unknown' }, 'Stopped on request. The message may have been sent: look before sending it again.'],
    [{ sent: 'perhaps' }, 'Stopped on request.'],
  ],
  usage: [
    [{ problem: 'password-and-token' }, 'A sign-in takes a password or a token, not both. Nothing was sent.'],
    [{ problem: 'personal-cloud' }, 'Personal accounts exist in the global cloud only.'],
  ],

  ok: bare('Nothing is wrong'),
  'host-not-found': [
    [{}, 'The name was not found.'],
    [{ error: 'ENOTFOUND' }, 'The name was not found (ENOTFOUND).'],
    [{ host: 'a.example', error: 'EAI_AGAIN' }, 'The host a.example was not found (EAI_AGAIN).'],
    [{ host: 'a.example', map: path }, 'The server map map.json has no page for a.example.'],
  ],
  'connection-refused': [[{ error: 'ECONNREFUSED' }, 'The connection was refused (ECONNREFUSED).']],
  'connection-timeout': [
    [{ error: 'ETIMEDOUT' }, 'No answer came (ETIMEDOUT).'],
    [{ error: 'timeout', seconds: 0.5 }, 'The server did not answer within 0.5 s.'],
  ],
  'connection-dropped': bare('The server ended the connection'),
  'certificate-wrong-name': bare('The certificate is for another name'),
  'certificate-expired': bare('The certificate is not valid at this date'),
  'certificate-untrusted': bare('The certificate is signed by nobody this machine trusts'),
  'tls-not-spoken': bare('The server does not speak TLS there'),
  'tls-needed': [
    [{ problem: 'no-tls' }, 'Without TLS the secret would cross the network for anyone to read. Nothing was sent.'],
    [{ problem: 'starttls-missing' }, 'The server offers no TLS here. The secret was not sent.'],
    [{ problem: 'starttls-refused' }, 'The server refuses TLS here. The secret was not sent.'],
    [{ problem: 'bytes-before-tls' }, 'Bytes were slipped in before TLS began. The secret was not sent.'],
    [{ problem: 'preauth' }, 'The server says it is signed in already. Nothing was sent.'],
    [{ problem: 'tls-spoken' }, 'The server waits for TLS from the first byte. Nothing was sent.'],
  ],
  'not-a-mail-server': [
    [{ problem: 'other-protocol', protocol: 'imap' }, 'The server does not speak as IMAP servers do.'],
    [{ problem: 'endless' }, 'The server does not stop talking.'],
  ],
  'server-unavailable': [
    [{ reply: '421 bye' }, 'The server cannot do this at the moment.'],
    [{ status: 503 }, 'The server cannot do this at the moment (HTTP 503).'],
    [
      { status: 503, error: 'temporarily_unavailable' },
      'The server cannot do this at the moment (temporarily_unavailable).',
    ],
  ],
  throttled: bare('The server asks to wait'),
  'not-a-microsoft-address': [
    [
      { address: 'a@b.example', domain: 'b.example' },
      "b.example is neither one of Microsoft's mail domains nor does its mail go to Microsoft (MX), so the servers of a@b.example are not known: name those in the mail program with --using.",
    ],
  ],
  'settings-differ': bare('The settings are not the right ones'),
  'app-password-needed': bare('An app password is needed'),
  'app-password-wrong': bare('The app password is wrong'),
  'password-wrong': bare('The password is wrong'),
  'basic-auth-retired': bare('The server takes no password of this account'),
  'account-blocked': bare('Microsoft has blocked the account'),
  'protocol-off': bare('The protocol is switched off for the mailbox'),
  'mailbox-not-connected': bare('The server signed in but could not open the mailbox'),
  'smtp-auth-off-mailbox': bare('SMTP is switched off for the mailbox'),
  'smtp-auth-off-tenant': bare('SMTP is switched off for the organization'),
  'security-defaults': bare('The organization’s security defaults forbid it'),
  'policy-blocked': bare('A policy of the organization forbids it'),
  'sender-not-allowed': bare('The account may not send as this sender'),
  'unknown-refusal': bare('Microsoft refused the sign-in'),
  'token-refused': [
    [
      { error: 'invalid_grant', aadsts: 70_000, reply: 'no' },
      'Microsoft refused the token (invalid_grant, AADSTS70000).',
    ],
  ],
  'token-expired': bare('The token has expired'),
  'token-wrong-account': bare('The token is for another account'),
  'sign-in-declined': bare('The sign-in was declined'),
  'sign-in-timeout': [
    [{ error: 'expired_token' }, 'Nobody finished the sign-in before the code ran out (expired_token).'],
    [{ seconds: 600 }, 'The browser did not come back within 600 s.'],
  ],
  'sign-in-again': bare('Microsoft wants the account to sign in again'),
  'consent-missing': [[{ scopes: ['openid'] }, 'The token permits too little.']],
  'client-refused': bare('Microsoft refused the application'),
  'account-not-admitted': bare('The account is not admitted there'),
  'clock-wrong': bare('By the clock of this computer, what Microsoft has just issued is not valid'),
  'no-mailbox': bare('The server signed in, but there is no mailbox'),
  'shared-mailbox-name': bare('The user name is that of a mailbox without a sign-in of its own'),
  'smtp-auth-probably-off': bare('SMTP is probably switched off for the mailbox or its organization'),
  'program-cannot-oauth': bare('The mail program cannot sign in with Microsoft'),
  'not-authenticated': bare('The server wants a sign-in before it takes a message'),
  'sender-unverified': bare('Microsoft wants the owner to prove the account before it sends'),
  'sender-restricted': bare('Microsoft lets this account send no more'),
  'tenant-restricted': bare('Microsoft lets this organization send no more'),
  'quota-exceeded': bare('The account has sent as much as it may'),
  'too-many-recipients': bare('The message has too many recipients'),
  'mailbox-full': bare('The mailbox is full'),
  'message-too-large': bare('The message is too large'),
  'recipient-refused': bare('The server refuses the recipient'),
  'recipient-unreachable': bare('The recipient’s server cannot be reached'),
  'relay-refused': bare('The server does not pass this message on'),
  'sender-distrusted': bare('The recipient’s side does not trust the sending server or domain'),
  'token-wrong-audience': bare('The token is for another service'),
  'token-app-only': bare('The token belongs to an application and to no user'),
  'token-too-long': bare('The token is too long for this protocol'),
  'scope-wrong': bare('The program asked for permissions that do not exist or do not go together'),
  'request-malformed': bare('Microsoft could not read the program’s request'),
  'program-too-old': bare('The program’s way of signing in does not serve this account'),
  'device-code-blocked': bare('A policy forbids signing in with a device code'),
  'legacy-host-retired': bare('The server is one that Microsoft has retired'),
  'idle-timeout': bare('The server ended a connection on which nothing happened'),
  'client-protocol-error': bare('The server did not understand the program'),
  'tls-too-old': bare('The program’s version of TLS is too old'),
  'mock-not-running': [
    [{}, 'The mock servers are not running.'],
    [{ map: path }, 'The mock servers of the server map map.json are not running.'],
  ],
  'mx-elsewhere': [
    [
      { address: 'a@example.com', domain: 'example.com', exchange: 'mx.example.net' },
      'The mail of example.com goes to mx.example.net, so the servers of a@example.com are not Microsoft’s: name those in the mail program with --using.',
    ],
    [
      { address: 'a@example.com', domain: 'example.com' },
      'The mail of example.com goes to a server that is not Microsoft’s, so the servers of a@example.com are not Microsoft’s: name those in the mail program with --using.',
    ],
  ],
}

const all = Object.entries(rows).flatMap(([code, list]) =>
  list.map(([details, message]) => [code as ErrorCode, details, message] as const),
)

test.each(all)('%s with %j says so', (code, details, message) => {
  expect(new SparekeyError<ErrorCode>(code, details).message).toBe(message)
})
