import type { Row } from './signature.ts'

const oldTls =
  'https://techcommunity.microsoft.com/t5/exchange-team-blog/deprecating-legacy-tls-and-endpoints-for-pop-and-imap-in/ba-p/4515201, 2026-04-27'

/** A mail program for Gmail's, Yahoo's and other servers, by their words. */
const gaia = 'https://github.com/mozilla-b2g/gaia-email-libs-and-more, 2026-11-30'

/** What POP3 servers say, policy before credentials: first match wins. */
export const pop3Rows: readonly Row[] = [
  [/\bBasicAuthBlocked\b/, 'basic-auth-retired', 'MS-POP3-10'],
  [/basic authentication is disabled/i, 'basic-auth-retired', 'MS-POP3-08'],
  [/User is authenticated but not connected/i, 'mailbox-not-connected', 'MS-POP3-18'],
  [/\bAccessTokenExpired\b/i, 'token-expired', 'MS-POP3-46'],
  [/Session invalidated - AccountDisabled/i, 'account-blocked', 'MS-POP3-46'],
  [/Session invalidated - PasswordChanged/i, 'sign-in-again', 'MS-POP3-46'],
  [/BYE Connection refused/i, 'throttled', 'MS-POP3-45'],
  [/^-ERR Protocol error\. Connection is closed\. 10/im, 'client-protocol-error', 'MS-POP3-14'],
  [/^-ERR Connection is closed\. 10/im, 'idle-timeout', 'MS-POP3-43'],
  [/^-ERR Connection is closed\. 12/im, 'idle-timeout', 'MS-POP3-42'],
  [/TLS 1\.0 and 1\.1 are not supported/i, 'tls-too-old', oldTls],
  [/Server Unavailable\./i, 'server-unavailable', 'MS-POP3-40'],
  [/^-ERR Connection is closed\. 11/im, 'server-unavailable', 'MS-POP3-44'],
  [/Logon failure: unknown user name or bad password/i, 'plain-refusal', 'MS-POP3-07'],
  [/Authentication failure: unknown user name or bad password/i, 'plain-refusal', 'MS-POP3-13'],

  // Not the sign-in over POP3, of which other words say why it is off.
  [
    /not enabled for POP3?\b|\bPOP3? not allowed for|(?<!\b(?:for|over|via|with|through|by) )\bPOP3?(?: access)? (?:is )?(?:disabled|not enabled|turned off)/i,
    'protocol-off',
    gaia,
    'likely',
  ],

  // Other servers say with a code what Microsoft does not.
  [/\[AUTH\]/i, 'password-wrong', 'RFC 3206, section 5'],
  [/\[SYS\/TEMP\]/i, 'server-unavailable', 'RFC 3206, section 4'],
  [/\[SYS\/PERM\]/i, 'server-unavailable', 'RFC 3206, section 4', 'possible'],
  [/\[(?:IN-USE|LOGIN-DELAY)\]/i, 'throttled', 'RFC 2449, section 8.1'],
]
