/** POP3's and IMAP's response codes (RFC 2449, 8.1; RFC 3206; RFC 5530), as libraries leave them without -ERR or NO. */
export const responseCodes = {
  pop3: String.raw`\[(?:AUTH|IN-USE|LOGIN-DELAY|SYS\/(?:TEMP|PERM))\]`,
  imap: String.raw`\[(?:AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|EXPIRED|PRIVACYREQUIRED|UNAVAILABLE|INUSE|SERVERBUG|CLIENTBUG|OVERQUOTA|LIMIT)\]`,
} as const

/**
 * Where a server's reply begins: SMTP's code with the enhanced one (RFC 3463) or before a capital (RFC 5321, 4.2), or the
 * enhanced one alone, as libraries leave it; POP3's -ERR; IMAP's status responses, without their tag.
 */
const beginnings = [
  String.raw`[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3}\b`,
  String.raw`(?<!HTTP\/[\d.]{1,3} )(?:4(?:21|32|5\d)|5[0-5]\d)[ -][A-Z]`,
  String.raw`[245]\.\d{1,2}\.\d{1,3} `,
  String.raw`-ERR\b`,
  String.raw`\* (?:BYE|NO|BAD|OK)\b`,
  String.raw`(?:NO|BAD|(?<!\* )BYE) [A-Z[]`,
  String.raw`(?<!(?:-ERR|NO|BAD|BYE) )(?:${responseCodes.pop3}|${responseCodes.imap})`,
].join('|')

export const replyStart = new RegExp(String.raw`(?<![\w.-])(?:${beginnings})`, 'g')

/** What stands before a reply and is no part of it. */
export const beforeReply = new RegExp(String.raw`[^\w.\n-](?=${beginnings})`, 'g')
