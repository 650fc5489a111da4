import type { FindingCode } from './codes.ts'
import type { Details } from './details.ts'

/** What is said of a finding that is thrown: that it is so. Why, and what to do about it, is the diagnosis's to say. */
export const findingMessages: { readonly [C in FindingCode]: (of: Details[C]) => string } = {
  ok: said('Nothing is wrong'),

  'host-not-found': ({ host, map, ...of }) => {
    if (map !== undefined) return `The server map ${map} has no page for ${host}.`
    return said(host === undefined ? 'The name was not found' : `The host ${host} was not found`)(of)
  },
  'connection-refused': said('The connection was refused'),
  'connection-timeout': ({ seconds, ...of }) =>
    seconds === undefined ? said('No answer came')(of) : `The server did not answer within ${seconds} s.`,
  'connection-dropped': said('The server ended the connection'),
  'certificate-wrong-name': said('The certificate is for another name'),
  'certificate-expired': said('The certificate is not valid at this date'),
  'certificate-untrusted': said('The certificate is signed by nobody this machine trusts'),
  'tls-not-spoken': said('The server does not speak TLS there'),
  'tls-too-old': said('The program’s version of TLS is too old'),
  'mock-not-running': ({ map, ...of }) =>
    map === undefined
      ? said('The mock servers are not running')(of)
      : `The mock servers of the server map ${map} are not running.`,
  'tls-needed': ({ problem }) => withoutTls[problem],
  'not-a-mail-server': ({ problem, protocol = 'mail' }) => notMail[problem](protocol.toUpperCase()),
  'server-unavailable': said('The server cannot do this at the moment'),
  throttled: said('The server asks to wait'),
  'idle-timeout': said('The server ended a connection on which nothing happened'),

  'not-a-microsoft-address': ({ address, domain }) =>
    `${domain} is neither one of Microsoft's mail domains nor does its mail go to Microsoft (MX), so the servers of ${address} are not known: name those in the mail program with --using.`,
  'mx-elsewhere': ({ address, domain, exchange }) =>
    `The mail of ${domain} goes to ${exchange ?? 'a server that is not Microsoft’s'}, so the servers of ${address} are not Microsoft’s: name those in the mail program with --using.`,
  'settings-differ': said('The settings are not the right ones'),
  'legacy-host-retired': said('The server is one that Microsoft has retired'),

  'app-password-needed': said('An app password is needed'),
  'app-password-wrong': said('The app password is wrong'),
  'password-wrong': said('The password is wrong'),
  'basic-auth-retired': said('The server takes no password of this account'),
  'account-blocked': said('Microsoft has blocked the account'),
  'protocol-off': said('The protocol is switched off for the mailbox'),
  'mailbox-not-connected': said('The server signed in but could not open the mailbox'),
  'no-mailbox': said('The server signed in, but there is no mailbox'),
  'shared-mailbox-name': said('The user name is that of a mailbox without a sign-in of its own'),
  'smtp-auth-off-mailbox': said('SMTP is switched off for the mailbox'),
  'smtp-auth-off-tenant': said('SMTP is switched off for the organization'),
  'smtp-auth-probably-off': said('SMTP is probably switched off for the mailbox or its organization'),
  'security-defaults': said('The organization’s security defaults forbid it'),
  'policy-blocked': said('A policy of the organization forbids it'),
  'program-cannot-oauth': said('The mail program cannot sign in with Microsoft'),
  'sender-not-allowed': said('The account may not send as this sender'),
  'not-authenticated': said('The server wants a sign-in before it takes a message'),
  'sender-unverified': said('Microsoft wants the owner to prove the account before it sends'),
  'sender-restricted': said('Microsoft lets this account send no more'),
  'tenant-restricted': said('Microsoft lets this organization send no more'),
  'quota-exceeded': said('The account has sent as much as it may'),
  'too-many-recipients': said('The message has too many recipients'),
  'mailbox-full': said('The mailbox is full'),
  'message-too-large': said('The message is too large'),
  'recipient-refused': said('The server refuses the recipient'),
  'recipient-unreachable': said('The recipient’s server cannot be reached'),
  'relay-refused': said('The server does not pass this message on'),
  'sender-distrusted': said('The recipient’s side does not trust the sending server or domain'),
  'unknown-refusal': said('Microsoft refused the sign-in'),
  'client-protocol-error': said('The server did not understand the program'),

  'token-refused': said('Microsoft refused the token'),
  'token-expired': said('The token has expired'),
  'token-wrong-account': said('The token is for another account'),
  'token-wrong-audience': said('The token is for another service'),
  'token-app-only': said('The token belongs to an application and to no user'),
  'token-too-long': said('The token is too long for this protocol'),
  'sign-in-declined': said('The sign-in was declined'),
  'sign-in-timeout': ({ seconds, ...of }) =>
    seconds === undefined
      ? said('Nobody finished the sign-in before the code ran out')(of)
      : `The browser did not come back within ${seconds} s.`,
  'sign-in-again': said('Microsoft wants the account to sign in again'),
  'consent-missing': said('The token permits too little'),
  'scope-wrong': said('The program asked for permissions that do not exist or do not go together'),
  'request-malformed': said('Microsoft could not read the program’s request'),
  'client-refused': said('Microsoft refused the application'),
  'program-too-old': said('The program’s way of signing in does not serve this account'),
  'device-code-blocked': said('A policy forbids signing in with a device code'),
  'account-not-admitted': said('The account is not admitted there'),
  'clock-wrong': said('By the clock of this computer, what Microsoft has just issued is not valid'),
}

const withoutTls = {
  'no-tls': 'Without TLS the secret would cross the network for anyone to read. Nothing was sent.',
  'starttls-missing': 'The server offers no TLS here. The secret was not sent.',
  'starttls-refused': 'The server refuses TLS here. The secret was not sent.',
  'bytes-before-tls': 'Bytes were slipped in before TLS began. The secret was not sent.',
  preauth: 'The server says it is signed in already. Nothing was sent.',
  'tls-spoken': 'The server waits for TLS from the first byte. Nothing was sent.',
} as const satisfies Record<Details['tls-needed']['problem'], string>

const notMail = {
  'other-protocol': (protocol: string) => `The server does not speak as ${protocol} servers do.`,
  endless: () => 'The server does not stop talking.',
} as const satisfies Record<Details['not-a-mail-server']['problem'], (protocol: string) => string>

/** A sentence, and after it in brackets the machine's word and Microsoft's number, else HTTP's status, if there are any. */
function said(sentence: string) {
  return ({ error, aadsts, status }: { error?: string; aadsts?: number; status?: number }): string => {
    const words = [error ?? (status && `HTTP ${status}`), aadsts && `AADSTS${aadsts}`].filter(Boolean)
    return words.length === 0 ? `${sentence}.` : `${sentence} (${words.join(', ')}).`
  }
}
