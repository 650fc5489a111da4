import { page, type Table } from './row.ts'

/** What servers say to a command that they cannot read, or not now: after the sign-in as well as before it. */
export const serverWords: Table = {
  kind: 'server',
  rows: [
    // MS-IMAP-23, MS-IMAP-26, MS-IMAP-27
    {
      pattern: /(?:(?:\* )?\b(?:BAD|NO) )?\bCommand Error\. 1\d/i,
      means: ['client-protocol-error'],
      protocol: 'imap',
      source: page('https://github.com/thunderbird/thunderbird-android/issues/1809'),
    },
    // MS-IMAP-22, MS-IMAP-24, MS-IMAP-25
    {
      pattern: /(?:(?:\* )?\b(?:BAD|NO) )?\bCommand Argument Error\. 1\d/i,
      means: ['client-protocol-error'],
      protocol: 'imap',
      source: page('https://github.com/jakartaee/mail-api/issues/152'),
    },
    // MS-IMAP-28
    {
      pattern: /(?:(?:\* )?\b(?:BAD|NO) )?\bCommand received in Invalid state/i,
      means: ['client-protocol-error'],
      protocol: 'imap',
      source: page('https://github.com/simonrob/email-oauth2-proxy/issues/192'),
    },
    // Google's, to a sign-in: the same number and words as many another server's, and the page that it names.
    {
      pattern: /support\.google\.com\/mail\/\?p=(?:BadCredentials|WantAuthError|InvalidSecondFactor|WebLoginRequired)/,
      means: ['not-a-microsoft-address', 'password-wrong', 'app-password-needed'],
      protocol: 'smtp',
      source: page('https://github.com/mobizt/ESP-Mail-Client/issues/181'),
    },
    // MS-POP3-38
    {
      pattern: /-ERR Command is not valid in this state/i,
      means: ['client-protocol-error'],
      protocol: 'pop3',
      source: page('https://github.com/node-pop3/node-pop3/issues/33'),
    },
  ],
}

/**
 * What servers say without refusing a sign-in: to commands about folders and messages, and at the end of a session
 * (MS-POP3-25 to MS-POP3-27, MS-IMAP-30, MS-IMAP-46, MS-IMAP-48, MS-IMAP-50, MS-IMAP-52, MS-IMAP-60; RFC 1939, 7;
 * RFC 9051, 7.1 and 7.1.5).
 */
export const noSignIn = new RegExp(
  [
    String.raw`^\s*-ERR (?:Message corrupted|no such message|The (?:specified|requested) message is\b)`,
    String.raw`^\s*\* BYE .{0,200}\b(?:signing off|logging out)\b`,
    String.raw`^\s*(?:\* )?(?:NO|BAD) (?:\[(?:TRYCREATE|NONEXISTENT|ALREADYEXISTS)\]|.{0,200}\bdoesn['’]t exist\b)`,
    String.raw`^\s*(?:\* )?(?:NO|BAD) (?:Mailbox (?:already exists|has been deleted)|Keywords are not supported|The specified message set|Some of the requested messages)`,
  ].join('|'),
  'i',
)
