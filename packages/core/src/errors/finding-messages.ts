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
  'tls-needed': ({ problem }) => withoutTls[problem],
  'not-a-mail-server': ({ problem, protocol = 'mail' }) => notMail[problem](protocol.toUpperCase()),
  'server-unavailable': said('The server cannot do this at the moment'),
  throttled: said('The server asks to wait'),

  'not-a-microsoft-address': ({ address, domain }) =>
    `${domain} is neither one of Microsoft's mail domains nor does its mail go to Microsoft (MX), so the servers of ${address} are not known: name those in the mail program with --using.`,
  'settings-differ': said('The settings are not the right ones'),

  'app-password-needed': said('An app password is needed'),
  'app-password-wrong': said('The app password is wrong'),
  'password-wrong': said('The password is wrong'),
  'basic-auth-retired': said('The server takes no password of this account'),
  'account-blocked': said('Microsoft has blocked the account'),
  'protocol-off': said('The protocol is switched off for the mailbox'),
  'mailbox-not-connected': said('The server signed in but could not open the mailbox'),
  'smtp-auth-off-mailbox': said('SMTP is switched off for the mailbox'),
  'smtp-auth-off-tenant': said('SMTP is switched off for the organization'),
  'security-defaults': said('The organization’s security defaults forbid it'),
  'policy-blocked': said('A policy of the organization forbids it'),
  'sender-not-allowed': said('The account may not send as this sender'),
  'unknown-refusal': said('Microsoft refused the sign-in'),

  'token-refused': said('Microsoft refused the token'),
  'token-expired': said('The token has run out'),
  'token-wrong-account': said('The token is for another account'),
  'sign-in-declined': said('The sign-in was declined'),
  'sign-in-timeout': ({ seconds, ...of }) =>
    seconds === undefined
      ? said('Nobody finished the sign-in before the code ran out')(of)
      : `The browser did not come back within ${seconds} s.`,
  'sign-in-again': said('Microsoft wants the account to sign in again'),
  'consent-missing': said('The token permits too little'),
  'client-refused': said('Microsoft refused the application'),
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
