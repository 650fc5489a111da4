import type { Row } from './signature.ts'

const ndr =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online, 2026-11-30'
const threshold =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/fix-error-code-5-7-700-through-5-7-750, 2026-11-30'
const outlookCom = 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting, 2026-11-30'
const sisimai = 'https://github.com/sisimai/set-of-emails, 2026-11-30'

/**
 * What Microsoft says to a message: of its own customers' on the way out, and of other people's on the way in. First match
 * wins: what concerns the sender before what concerns the recipient, for a relay adds the latter behind the former.
 */
export const smtpSendingRows: readonly Row[] = [
  [/have permissions to send as this sender/i, 'sender-not-allowed', 'MS-SMTP-28'],
  [/SendAsDenied/i, 'sender-not-allowed', 'MS-SMTP-27'],
  [/OutboundSpamException|WASCL UserAction verdict/i, 'sender-unverified', 'MS-SMTP-67'],
  [/bad outbound sender/i, 'sender-restricted', 'MS-SMTP-32'],
  [/Access denied, spam abuse detected/i, 'tenant-restricted', ndr],
  // With an address behind it, the server is meant; a front end's name stands behind many a sentence.
  [/Access denied, banned sender(?! ?\[[\d.:a-f]+\])/i, 'tenant-restricted', ndr],
  [/tenant has exceeded threshold/i, 'tenant-restricted', threshold],
  [/traffic not accepted from this IP/i, 'tenant-restricted', threshold],
  [/blocked from sending from unregistered domain/i, 'tenant-restricted', threshold],

  [/SubmissionQuotaExceeded/i, 'quota-exceeded', 'MS-SMTP-30'],
  [/Submission quota (?:was )?exceeded/i, 'quota-exceeded', ndr],
  [/message limit per account/i, 'quota-exceeded', 'MS-SMTP-31'],
  [/exceeded its daily limit for sending/i, 'quota-exceeded', ndr],
  [/reached your daily limit for message recipients/i, 'quota-exceeded', ndr],
  [/(?:concurrent connections|thread) limit exceeded/i, 'throttled', 'MS-SMTP-29'],
  [/maximum number of concurrent connections/i, 'throttled', 'MS-SMTP-59'],
  [/message submission rate/i, 'throttled', 'MS-SMTP-61'],
  [
    /Server busy\. Please try again later/i,
    'throttled',
    'https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/2499, 2026-11-30',
  ],
  [
    /Access denied, please try again later/i,
    'throttled',
    'https://github.com/jstedfast/MailKit/issues/1502, 2023-01-12',
  ],
  [/temporarily rate limited due to IP reputation/i, 'throttled', sisimai],
  [/has exceeded permitted limits within/i, 'throttled', ndr],
  [/\bRP-00[1-3]\b/, 'throttled', outlookCom],
  [/message receive limit (?:from specific sender )?exceeded/i, 'throttled', ndr, 'likely'],
  [/has sent to too many recipients this hour/i, 'throttled', sisimai],
  [/Too many recipients|RESOLVER\.ADR\.RecipLimit/i, 'too-many-recipients', 'MS-SMTP-56'],

  [/Message size exceeds|RESOLVER\.RST\.(?:Recip|Send)\w*SizeLimit/i, 'message-too-large', 'MS-SMTP-54'],
  [/Header size exceeds/i, 'message-too-large', 'MS-SMTP-55'],
  [/hop count exceeded/i, 'recipient-unreachable', 'https://pastebin.com/0aCSGeph, 2026-11-30', 'likely'],
  [/mailbox (?:is )?full|ShutoffQuotaExceeded/i, 'mailbox-full', 'MS-SMTP-66'],
  [/mailbox logon failure|MapiExceptionLogonFailed/i, 'mailbox-not-connected', 'MS-SMTP-69', 'likely'],

  [/banned sending IP|Access denied, banned sender ?\[[\d.:a-f]+\]/i, 'sender-distrusted', ndr],
  [/does not pass DMARC verification/i, 'sender-distrusted', ndr],
  [/meet the required authentication level/i, 'sender-distrusted', ndr],
  [/because of Sender Policy Framework violation/i, 'sender-distrusted', ndr],
  [/\b(?:SC|DY|OU)-00\d\b|part of their network is on our block list/i, 'sender-distrusted', outlookCom],
  [/using Customer Block list|mail from IP banned/i, 'sender-distrusted', ndr],

  [/Unable to relay|Relay Access Denied/i, 'relay-refused', 'MS-SMTP-64'],
  [/RESOLVER\.(?:ADR|RST)\.\w/, 'recipient-refused', sisimai],
  [/Recipient address rejected: Access denied/i, 'recipient-refused', ndr],
  [/\b5\.1\.351 Remote server returned unknown recipient/i, 'recipient-refused', sisimai],
  [/Sender not in allowed-senders list/i, 'recipient-refused', ndr],
  [/sender (?:is not|isn't) a (?:group )?member/i, 'recipient-refused', ndr],
  [/Access denied, (?:banned recipient|rejected by recipient)/i, 'recipient-refused', ndr],
  [/Message expired, (?:DNS query failed|connection refused|cannot connect)/i, 'recipient-unreachable', sisimai],

  [/Timeout waiting for client input/i, 'idle-timeout', 'MS-SMTP-57'],
  [/Too many errors on this connection/i, 'client-protocol-error', 'MS-SMTP-58'],
  [/Unrecognized command/i, 'client-protocol-error', 'MS-SMTP-35'],
  [/contains bare linefeeds/i, 'client-protocol-error', 'MS-SMTP-62'],
  [/^421[ -]4\.4\.2 Connection dropped/im, 'connection-dropped', 'MS-SMTP-60', 'likely'],
]
