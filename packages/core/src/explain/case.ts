import { homeAt } from '../settings/domains.ts'
import type { AccountKind } from '../settings/settings.ts'
import type { ExplainOptions } from './explanation.ts'

/** Whose mailbox it is and on which day, as far as it is known. */
export type Case = {
  account: AccountKind
  address?: string
  /** ISO date; today where nothing tells. */
  day: string
  /** The text shows that the program signed in with a token. */
  token: boolean
}

/** A sign-in with a token, in the protocol's words; that a server offers one tells nothing. */
const tokenUsed =
  /\bAUTH(?:ENTICATE)? (?:XOAUTH2|OAUTHBEARER)\b|\bmethod:? ?(?:XOAUTH2|OAUTHBEARER)\b|SaslMechanismOAuth2|(?:XOAUTH2|OAUTHBEARER) (?:authentication|login) failed/i

const address = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu
/** In front of the server in `smtp://name:password@server`, where the password would look like somebody's name. */
const passwordOfUrl = /:\/\/[^\s/?#]*:[^\s/?#]*$/
/** Microsoft's servers put host, time and session behind what they say. */
const serverTime = /\.outlook\.(?:com|cn) (20\d\d-\d\d-\d\d)T\d\d:/i

/**
 * What the options tell, else the text: one address at a domain whose kind its name tells, and the time stamp of one of
 * Microsoft's servers.
 */
export function caseOf(text: string, { account, asOf }: Pick<ExplainOptions, 'account' | 'asOf'>, today: string): Case {
  const day = asOf ?? serverTime.exec(text)?.[1] ?? today
  const token = tokenUsed.test(text)
  if (account !== undefined) return { account: kindOf(account), address: account, day, token }
  const [own, ...others] = new Set(
    [...text.matchAll(address)]
      .filter(([found]) => kindOf(found) !== 'unknown')
      .filter(({ index }) => !passwordOfUrl.test(text.slice(Math.max(0, index - 200), index)))
      .map(([found]) => found),
  )
  return own === undefined || others.length > 0
    ? { account: 'unknown', day, token }
    : { account: kindOf(own), address: own, day, token }
}

function kindOf(address: string): AccountKind {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return homeAt(domain)?.account ?? 'unknown'
}
