import type { Row } from './signature.ts'

/** An enhanced status code (RFC 3463) where a reply, or a line of it, has it: behind the code of three digits or alone. */
const coded = (code: string) => new RegExp(String.raw`^(?:[45]\d\d[ -])?#?${code}(?=[ :;,)]|$)`, 'm')

const postfix = 'https://github.com/vdukhovni/postfix/blob/master/postfix/src/smtpd/smtpd_check.c, 2026-11-30'

/**
 * What other servers say to a message, in the words and by the codes of the standards: a mail exchange of the recipient's
 * has the last word in a bounce. First match wins, sentences before codes; by a code alone it is likely, not certain.
 */
export const smtpStandardRows: readonly Row[] = [
  [/gr[ea]y-?list/i, 'server-unavailable', 'RFC 6647, section 2.1', 'likely'],
  [/insufficient system (?:storage|resources)/i, 'server-unavailable', 'RFC 5321, section 4.2.3', 'likely'],
  [/\bDMARC\b/, 'sender-distrusted', 'RFC 7489, section 10.3'],
  [/\bSPF\b/, 'sender-distrusted', 'RFC 7208, section 8.4', 'likely'],
  [coded(String.raw`5\.7\.2[0-7]`), 'sender-distrusted', 'RFC 7372, section 3', 'likely'],
  [/\bblocked using\b/i, 'sender-distrusted', 'RFC 5782, section 2.1', 'likely'],
  [/not owned by (?:the )?(?:authenticated )?user/i, 'sender-not-allowed', postfix],
  [/sender address rejected|sender verify failed/i, 'sender-distrusted', 'RFC 3463, section 3.2', 'likely'],
  [
    /relay(?:ing)? (?:is )?(?:not permitted|denied|prohibited|not allowed)/i,
    'relay-refused',
    'RFC 5321, section 3.6.2',
  ],
  [/not permitted to relay/i, 'relay-refused', 'RFC 5321, section 3.6.2'],
  [/over ?quota|quota (?:is )?exceeded|storage allocation/i, 'mailbox-full', 'RFC 5321, section 4.2.3', 'likely'],
  [/message (?:is )?too (?:large|big)|(?:message|size) exceeds/i, 'message-too-large', 'RFC 1870, section 6'],
  [coded(String.raw`[45]\.2\.2`), 'mailbox-full', 'RFC 3463, section 3.3', 'likely'],
  [coded(String.raw`[45]\.5\.3`), 'too-many-recipients', 'RFC 3463, section 3.6', 'likely'],
  [coded(String.raw`4\.4\.(?:7|3\d\d)`), 'recipient-unreachable', 'RFC 3463, section 3.5', 'likely'],
  // Whatever else a 4xx says it refuses, it may take later. No more is known than the class of the code.
  [/^4\d\d\b/m, 'server-unavailable', 'RFC 5321, section 4.2.1', 'possible'],

  [
    /(?:user|recipient|mailbox|account|address) (?:is )?(?:unknown|not found|unavailable|disabled|inactive)\b/i,
    'recipient-refused',
    'RFC 5321, section 4.2.3',
  ],
  [
    /unknown (?:user|recipient|mailbox)|no such (?:user|recipient|mailbox|address|person)/i,
    'recipient-refused',
    'RFC 5321, section 4.2.3',
  ],
  [
    /(?:user|recipient|mailbox|account|that you tried to reach) (?:does not|doesn't) exist/i,
    'recipient-refused',
    'RFC 5321, section 4.2.3',
  ],
  [
    // With more behind a colon, that is the reason.
    /(?:recipient|address) rejected(?!: ?\w)|invalid (?:recipient|mailbox)|no mailbox here/i,
    'recipient-refused',
    'RFC 5321, section 4.2.3',
  ],
  [coded(String.raw`5\.1\.(?:[136]|10)`), 'recipient-refused', 'RFC 3463, section 3.2', 'likely'],
  [coded(String.raw`5\.1\.8`), 'sender-distrusted', 'RFC 3463, section 3.2', 'likely'],
  [coded(String.raw`5\.2\.1`), 'recipient-refused', 'RFC 3463, section 3.3', 'likely'],
  [coded(String.raw`5\.(?:2\.3|3\.4)`), 'message-too-large', 'RFC 3463, section 3.3', 'likely'],
  [coded(String.raw`5\.(?:1\.2|4\.(?:[1467]|14|3\d\d))`), 'recipient-unreachable', 'RFC 3463, section 3.5', 'likely'],
  [/^50[0-4][ -]5\.5\.[124]\b/m, 'client-protocol-error', 'RFC 3463, section 3.6', 'likely'],
]
