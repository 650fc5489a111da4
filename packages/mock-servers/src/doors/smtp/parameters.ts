/**
 * The ESMTP parameters of MAIL and RCPT that Microsoft's EHLO answer offers (MS-SMTP-03), and what each may look like.
 * A parameter that is not here is refused.
 */

type Check = (value: string | true) => boolean

const oneOf =
  (...words: string[]): Check =>
  (value) =>
    value !== true && words.includes(value.toUpperCase())

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    value !== true && pattern.test(value)

const mail: Record<string, Check> = {
  SIZE: matching(/^\d{1,20}$/), // RFC 1870, 3
  BODY: oneOf('7BIT', '8BITMIME', 'BINARYMIME'), // RFC 6152, 2; RFC 3030, 3
  SMTPUTF8: (value) => value === true, // RFC 6531, 3.4
  RET: oneOf('FULL', 'HDRS'), // RFC 3461, 4.3
  ENVID: matching(/^.{1,100}$/), // RFC 3461, 4.4
  AUTH: matching(/^.{1,500}$/), // RFC 4954, 5: noted by nobody here
}

const recipient: Record<string, Check> = {
  NOTIFY: matching(/^(NEVER|(SUCCESS|FAILURE|DELAY)(,(SUCCESS|FAILURE|DELAY))*)$/i), // RFC 3461, 4.1
  ORCPT: matching(/^[^;\s]+;.+$/), // RFC 3461, 4.2
}

const known = { mail, recipient }

/** Whether every parameter is known and may have that value. */
export function parametersAllowed(verb: keyof typeof known, given: Record<string, string | true>): boolean {
  return Object.entries(given).every(([name, value]) => Object.hasOwn(known[verb], name) && known[verb][name]!(value))
}
