import type { Row } from './signature.ts'

const oldTls =
  'https://techcommunity.microsoft.com/t5/exchange-team-blog/deprecating-legacy-tls-and-endpoints-for-pop-and-imap-in/ba-p/4515201, 2026-04-27'

/** A mail program for Gmail's, Yahoo's and other servers, by their words. */
const gaia = 'https://github.com/mozilla-b2g/gaia-email-libs-and-more, 2026-11-30'

/** What IMAP servers say, policy before credentials: first match wins. */
export const imapRows: readonly Row[] = [
  [/\bBasicAuthBlocked\b/, 'basic-auth-retired', 'MS-IMAP-10'],
  [/basic authentication is disabled/i, 'basic-auth-retired', 'MS-IMAP-11'],
  [/account is blocked/i, 'account-blocked', 'MS-IMAP-12'],
  [/\bNO User is authenticated but not connected/i, 'mailbox-not-connected', 'MS-IMAP-14'],
  [/User is authenticated but not connected/i, 'mailbox-not-connected', 'MS-IMAP-13'],
  [/\bAccessTokenExpired\b/i, 'token-expired', 'MS-IMAP-38'],
  [/Session invalidated - AccountDisabled/i, 'account-blocked', 'MS-IMAP-38'],
  [/Session invalidated - PasswordChanged/i, 'sign-in-again', 'MS-IMAP-38'],
  [/request is throttled/i, 'throttled', 'MS-IMAP-55'],
  [/^(?:\* )?BYE Connection is closed\. 10/im, 'throttled', 'MS-IMAP-35'],
  [/^(?:\* )?BYE Connection is closed\. 11/im, 'idle-timeout', 'MS-IMAP-36'],
  [/^(?:\* )?BYE Connection is closed\. 13/im, 'idle-timeout', 'MS-IMAP-34'],
  [/TLS 1\.0 and 1\.1 are not supported/i, 'tls-too-old', oldTls],
  [/Server Unavailable\./i, 'server-unavailable', 'MS-IMAP-32'],
  [/^(?:\* )?BYE Connection is closed\. 12/im, 'server-unavailable', 'MS-IMAP-37'],
  [/\bNO LOGIN failed\./i, 'plain-refusal', 'MS-IMAP-09'],
  [/\bNO AUTHENTICATE failed\./i, 'plain-refusal', 'MS-IMAP-18'],
  [/\bLOGIN failed\.$/im, 'plain-refusal', 'MS-IMAP-10'],
  // Behind the third refusal of any kind, of which the ones above tell more.
  [/^(?:\* )?BYE Connection (?:is )?closed\. 14/im, 'client-protocol-error', 'MS-IMAP-29', 'possible'],

  // Not the sign-in over IMAP, of which other words say why it is off.
  [
    /not enabled for IMAP\b|(?<!\b(?:for|over|via|with|through|by) )\bIMAP4?(?: access| use)? (?:is )?(?:disabled|not enabled|turned off)/i,
    'protocol-off',
    gaia,
    'likely',
  ],

  // Other servers say with a code what Microsoft does not.
  [/\[AUTHENTICATIONFAILED\]/i, 'password-wrong', 'RFC 5530, section 3'],
  [/\[EXPIRED\]/i, 'password-wrong', 'RFC 5530, section 3', 'likely'],
  [/\[AUTHORIZATIONFAILED\]/i, 'mailbox-not-connected', 'RFC 5530, section 3', 'likely'],
  [/\[PRIVACYREQUIRED\]/i, 'tls-needed', 'RFC 5530, section 3'],
  [/\[(?:UNAVAILABLE|INUSE|SERVERBUG)\]/i, 'server-unavailable', 'RFC 5530, section 3'],
  [/\[CLIENTBUG\]/i, 'client-protocol-error', 'RFC 5530, section 3'],
  [/\[OVERQUOTA\]/i, 'mailbox-full', 'RFC 5530, section 3'],
  [/\[LIMIT\]/i, 'throttled', 'RFC 5530, section 3'],
]
