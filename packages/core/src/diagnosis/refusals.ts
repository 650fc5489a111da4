import type { Observation } from '../probe/observation.ts'
import type { Protocol } from '../settings/settings.ts'
import type { TokenFacts } from '../credentials/token-facts.ts'
import type { FindingCode } from '../errors/codes.ts'
import { firstMatch, type Pattern } from '../tables/first-match.ts'
import type { Certainty } from './finding.ts'

/** What is known of a refusal that has many causes. */
export type RefusalFacts = {
  credential: Observation['credential']
  protocol: Protocol
  /** What Microsoft's rules of the day make of passwords here; unknown for other servers, and where it hangs on the account. */
  passwords: 'accepted' | 'refused' | 'unknown'
  /** Another protocol took the same credential in the same run. */
  acceptedElsewhere: boolean
} & Pick<TokenFacts, 'lifetime' | 'account' | 'permits'>

type Row = { when: Pattern<RefusalFacts>; code: FindingCode; certainty: Certainty }

/**
 * Microsoft refuses a wrong password, a normal password with two-step on, and a revoked app password with one sentence
 * (MS-IMAP-09, MS-POP3-07, MS-SMTP-09), and a token with another one whatever is wrong with it (MS-IMAP-18, MS-POP3-13,
 * MS-SMTP-11). What else is known decides what it most likely means
 * (docs/reference/findings.md#how-a-refusal-is-judged): first match wins.
 */
const rows: readonly Row[] = [
  { when: { credential: 'token', lifetime: 'over' }, code: 'token-expired', certainty: 'likely' },
  { when: { credential: 'token', permits: 'no' }, code: 'token-refused', certainty: 'likely' },
  { when: { credential: 'token', account: 'other' }, code: 'token-wrong-account', certainty: 'likely' },
  // IMAP and SMTP have sentences of their own for being switched off (MS-IMAP-14, MS-SMTP-14); POP3 has none.
  {
    when: { credential: 'token', protocol: 'pop3', acceptedElsewhere: true },
    code: 'protocol-off',
    certainty: 'likely',
  },
  { when: { credential: 'token' }, code: 'token-refused', certainty: 'likely' },
  { when: { passwords: 'unknown' }, code: 'unknown-refusal', certainty: 'possible' },
  { when: { passwords: 'refused' }, code: 'basic-auth-retired', certainty: 'likely' },
  { when: { acceptedElsewhere: true }, code: 'protocol-off', certainty: 'likely' },
  { when: { credential: 'app-password-shape' }, code: 'app-password-wrong', certainty: 'likely' },
  { when: {}, code: 'app-password-needed', certainty: 'likely' },
]

export function judgeRefusal(facts: RefusalFacts): { code: FindingCode; certainty: Certainty } {
  const { code, certainty } = firstMatch(rows, facts)!
  return { code, certainty }
}
