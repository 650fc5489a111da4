import type { Observation } from '../probe/observation.ts'
import type { AccountKind, Protocol, ServerSettings } from '../settings/settings.ts'
import type { TokenFacts } from '../credentials/token-facts.ts'
import type { FindingCode } from '../errors/codes.ts'
import { firstMatch, type Pattern } from '../tables/first-match.ts'
import type { Certainty } from './finding.ts'

/** What is known of a refusal that has many causes. */
export type RefusalFacts = {
  credential: Observation['credential']
  protocol: Protocol
  /** Whose account it is. */
  kind: AccountKind
  /**
   * What the server said: that it refuses; that its client spoke wrongly, or nothing more; that the mailbox does not open;
   * or by its number alone that a policy is behind it.
   */
  said:
    | 'plain-refusal'
    | 'policy-number'
    | 'client-protocol-error'
    | 'connection-dropped'
    | 'mailbox-not-connected'
    | 'something-else'
  /**
   * What Microsoft's rules of the day make of passwords here: `either` where it hangs on whose account it is; unknown for
   * other servers.
   */
  passwords: 'accepted' | 'refused' | 'either' | 'unknown'
  /** Another protocol took the same credential in the same run. */
  acceptedElsewhere: boolean
} & TokenFacts

type Row = { when: Pattern<RefusalFacts>; code: FindingCode; certainty: Certainty }

const token = { credential: 'token' } as const
const plain = ['plain-refusal', 'policy-number'] as const

/**
 * Microsoft refuses a wrong password, a normal password with two-step on, and a revoked app password with one sentence
 * (MS-IMAP-09, MS-POP3-07, MS-SMTP-09), and a token with another one whatever is wrong with it (MS-IMAP-18, MS-POP3-13,
 * MS-SMTP-11). What else is known decides what it most likely means
 * (docs/reference/findings.md#how-a-refusal-is-judged): first match wins.
 */
const rows: readonly Row[] = [
  // POP3 breaks off at a token that is too long for it (MS-POP3-49), and other servers say so in other ways.
  {
    when: {
      ...token,
      protocol: 'pop3',
      length: 'long',
      said: ['plain-refusal', 'client-protocol-error', 'connection-dropped'],
    },
    code: 'token-too-long',
    certainty: 'likely',
  },
  // Signed in, and no right to the mailbox: an application has it for each mailbox by itself (MS-ACC-16, MS-IMAP-14).
  {
    when: { ...token, said: 'mailbox-not-connected', bearer: 'application' },
    code: 'token-app-only',
    certainty: 'likely',
  },
  {
    when: { ...token, said: 'mailbox-not-connected', account: 'other' },
    code: 'token-wrong-account',
    certainty: 'likely',
  },
  { when: { ...token, said: plain, lifetime: 'over' }, code: 'token-expired', certainty: 'likely' },
  { when: { ...token, said: plain, audience: 'other' }, code: 'token-wrong-audience', certainty: 'likely' },
  { when: { ...token, said: plain, bearer: 'application' }, code: 'token-app-only', certainty: 'likely' },
  { when: { ...token, said: plain, permits: 'no' }, code: 'token-refused', certainty: 'likely' },
  { when: { ...token, said: plain, account: 'other' }, code: 'token-wrong-account', certainty: 'likely' },
  // IMAP and SMTP have sentences of their own for being switched off (MS-IMAP-14, MS-SMTP-14); POP3 has none.
  {
    when: { ...token, said: plain, protocol: 'pop3', acceptedElsewhere: true },
    code: 'protocol-off',
    certainty: 'likely',
  },
  { when: { ...token, said: 'policy-number', kind: 'work' }, code: 'smtp-auth-probably-off', certainty: 'likely' },
  { when: { ...token, said: plain }, code: 'token-refused', certainty: 'likely' },
  // An administrator allows passwords over SMTP or not, by the tenant, the mailbox and the policies (MS-ACC-10, MS-ACC-17).
  { when: { said: plain, protocol: 'smtp', kind: 'work' }, code: 'smtp-auth-probably-off', certainty: 'likely' },
  { when: { said: 'policy-number', kind: 'unknown' }, code: 'smtp-auth-probably-off', certainty: 'possible' },
  // A domain that is none of Microsoft's, behind an exchange of somebody else's: an organization's rather than a person's.
  {
    when: { said: plain, passwords: 'either', protocol: 'smtp' },
    code: 'smtp-auth-probably-off',
    certainty: 'possible',
  },
  { when: { said: plain, passwords: ['either', 'unknown'] }, code: 'unknown-refusal', certainty: 'possible' },
  { when: { said: plain, passwords: 'refused' }, code: 'basic-auth-retired', certainty: 'likely' },
  { when: { said: plain, acceptedElsewhere: true }, code: 'protocol-off', certainty: 'likely' },
  { when: { said: plain, credential: 'app-password-shape' }, code: 'app-password-wrong', certainty: 'likely' },
  { when: { said: plain }, code: 'app-password-needed', certainty: 'likely' },
]

/** `undefined`: what the server said stands as it is. */
export function judgeRefusal(facts: RefusalFacts): { code: FindingCode; certainty: Certainty } | undefined {
  const row = firstMatch(rows, facts)
  return row && { code: row.code, certainty: row.certainty }
}

/** What the right settings of a protocol make of passwords; unknown where there are none, or where they disagree. */
export function passwordsAt(right: readonly ServerSettings[]): RefusalFacts['passwords'] {
  const [taken, ...otherwise] = new Set(right.map(({ authentication }) => authentication.includes('password')))
  if (taken === undefined) return 'unknown'
  if (otherwise.length > 0) return 'either'
  return taken ? 'accepted' : 'refused'
}
