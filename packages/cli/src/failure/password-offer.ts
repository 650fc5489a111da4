/**
 * Core tells of a server that lists its ways to sign in, and no password among them, as of a sign-in that was refused, with
 * what the server offers in the place of its reply. Nothing was sent, so nothing was refused.
 */
import type { FailureCode } from './exit-codes.ts'
import type { Details } from '../words/failures.ts'

/** IMAP's word for it; SMTP's AUTH line and POP3's SASL line with XOAUTH2, by which a token would have gone. */
const onlyTokens = /^(?:LOGINDISABLED$|(?:AUTH|SASL) (?:[\w-]+ )*XOAUTH2(?: |$))/

export function offersNoPassword({ code, details }: { code: FailureCode; details: Details }): boolean {
  return code === 'sign-in-refused' && onlyTokens.test(String(details['reply']))
}
