import type { Certainty, FindingCode } from './finding.ts'

/**
 * Microsoft refuses a wrong password, a normal password with two-step on, and a revoked app password with one sentence
 * (MS-IMAP-09, MS-POP3-07, MS-SMTP-09). What else is known decides what it most likely means (contract, section 4): first
 * match wins.
 */
export type RefusalFacts = {
  credential: 'token' | 'app-password-shape' | 'other-secret' | 'none'
  /** What Microsoft's rules of the day make of passwords here; unknown for servers that are not Microsoft's. */
  passwords: 'accepted' | 'refused' | 'unknown'
  /** Another protocol took the same credential in the same run. */
  acceptedElsewhere: boolean
}

type Row = { when: Partial<RefusalFacts>; code: FindingCode; certainty: Certainty }

const rows: readonly Row[] = [
  { when: { credential: 'token' }, code: 'token-refused', certainty: 'likely' },
  { when: { passwords: 'unknown' }, code: 'unknown-refusal', certainty: 'possible' },
  { when: { passwords: 'refused' }, code: 'basic-auth-retired', certainty: 'likely' },
  { when: { acceptedElsewhere: true }, code: 'protocol-off', certainty: 'likely' },
  { when: { credential: 'app-password-shape' }, code: 'app-password-wrong', certainty: 'likely' },
  { when: {}, code: 'app-password-needed', certainty: 'likely' },
]

export function judgeRefusal(facts: RefusalFacts): { code: FindingCode; certainty: Certainty } {
  const names = Object.keys(facts) as (keyof RefusalFacts)[]
  const { code, certainty } = rows.find(({ when }) =>
    names.every((name) => when[name] === undefined || when[name] === facts[name]),
  )!
  return { code, certainty }
}
