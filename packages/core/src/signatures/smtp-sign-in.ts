import type { Row } from './signature.ts'

/** What SMTP servers say to a sign-in, or for want of one; policy before credentials: first match wins. */
export const smtpSignInRows: readonly Row[] = [
  [/basic authentication is disabled/i, 'basic-auth-retired', 'MS-SMTP-12'],
  [/basic authentication is not supported/i, 'basic-auth-retired', 'MS-SMTP-18'],
  [/disabled for the Mailbox/i, 'smtp-auth-off-mailbox', 'MS-SMTP-14'],
  [/disabled for the Tenant/i, 'smtp-auth-off-tenant', 'MS-SMTP-15'],
  [/security defaults policy/i, 'security-defaults', 'MS-SMTP-16'],
  [/did not meet the criteria/i, 'policy-blocked', 'MS-SMTP-17'],
  [/Mailbox cannot be accessed/i, 'no-mailbox', 'https://github.com/nodemailer/nodemailer/issues/949, 2026-11-30'],
  [/TLS 1\.0 and 1\.1 are not supported/i, 'tls-too-old', 'MS-SMTP-72'],
  [/Must issue a STARTTLS command first/i, 'tls-needed', 'MS-SMTP-52'],
  [/Temporary authentication failure/i, 'server-unavailable', 'MS-SMTP-51'],
  [/Temporary server error/i, 'server-unavailable', 'MS-SMTP-33'],

  [/the user credentials were incorrect/i, 'plain-refusal', 'MS-SMTP-10'],
  [/(?:5\.7\.3|\b535) Authentication unsuccessful/i, 'plain-refusal', 'MS-SMTP-09'],
  // The number of the policies without the sentence that says which.
  [
    /5\.7\.139 Authentication unsuccessful(?=\.?\s*(?:\[|$))/im,
    'smtp-auth-probably-off',
    'https://github.com/nodemailer/nodemailer/issues/1482, 2022-11-08',
    'likely',
  ],
  // Behind the refusals: one that is nested in it says why (MS-SMTP-21).
  [/Client was not authenticated/i, 'not-authenticated', 'MS-SMTP-19'],
  [/Client not authenticated/i, 'not-authenticated', 'MS-SMTP-20'],
  [/Unrecognized authentication type/i, 'client-protocol-error', 'MS-SMTP-22', 'likely'],
  [/Authentication cancelled/i, 'client-protocol-error', 'MS-SMTP-50'],
  [/Auth command already specified/i, 'client-protocol-error', 'MS-SMTP-49'],

  // Other servers say with a code what Microsoft does not.
  [/^535[ -]5\.7\.8/m, 'password-wrong', 'RFC 4954, section 6'],
  [/^530[ -]5\.7\.[01] (?:SMTP )?authentication (?:is )?required/im, 'not-authenticated', 'RFC 4954, section 6'],
  [/^538[ -]5\.7\.11/m, 'tls-needed', 'RFC 4954, section 4'],
  [/^500[ -]5\.5\.6/m, 'client-protocol-error', 'RFC 4954, section 4'],
  // Microsoft's two numbers stand for many causes, each with a sentence of its own.
  [/^535(?![ -]5\.7\.(?:3|139)\b)/m, 'password-wrong', 'RFC 4954, section 6', 'likely'],
  // Of a sign-in that is refused in other words no more is known: what is said of a user there is said of no recipient.
  [/^53\d\b/m, 'unknown-refusal', 'RFC 4954, section 6', 'possible'],
]
