/**
 * When Microsoft stopped taking passwords, as a table a person can check against docs/microsoft-sign-in.md. Dates are
 * midnight UTC; Microsoft rolled each change out over weeks, the mock turns on the day that was announced or first seen.
 */
import type { AccountKind } from '../directory/account.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Protocol } from '../directory/protocol.ts'

/** `disabled`: the server says so itself, before it looks at any account. */
export type BasicAuth = 'accepted' | 'refused' | 'disabled'

type Turn = {
  from: string
  kinds: readonly AccountKind[]
  protocols: readonly Protocol[]
  passwords: BasicAuth
  /** True where a tenant that existed before may switch passwords on again. */
  tenantMayKeep: boolean
  evidence: string
}

export const calendar = [
  {
    from: '2022-10-01',
    kinds: ['work'],
    protocols: ['pop3', 'imap'],
    passwords: 'refused',
    tenantMayKeep: false,
    evidence: 'MS-CAL-01',
  },
  {
    from: '2024-09-16',
    kinds: ['personal'],
    protocols: ['pop3', 'imap', 'smtp'],
    passwords: 'refused',
    tenantMayKeep: false,
    evidence: 'MS-CAL-02',
  },
  {
    from: '2026-08-25',
    kinds: ['personal', 'work'],
    protocols: ['pop3', 'imap'],
    passwords: 'disabled',
    tenantMayKeep: false,
    evidence: 'MS-CAL-03',
  },
  {
    from: '2027-01-01',
    kinds: ['work'],
    protocols: ['smtp'],
    passwords: 'refused',
    tenantMayKeep: true,
    evidence: 'MS-CAL-04',
  },
] as const satisfies readonly Turn[]

/**
 * What becomes of a password at an instant.
 * @param tenant a work account's tenant: one made before the turn that switched SMTP AUTH on itself keeps it (MS-CAL-05)
 */
export function basicAuth(
  kind: AccountKind,
  protocol: Protocol,
  at: Date,
  tenant?: Pick<Tenant, 'smtpAuth' | 'createdAt'>,
): BasicAuth {
  const turns: readonly Turn[] = calendar
  const turn = turns.findLast(
    ({ from, kinds, protocols }) => kinds.includes(kind) && protocols.includes(protocol) && at >= new Date(from),
  )
  if (!turn) return 'accepted'
  const kept = turn.tenantMayKeep && tenant?.smtpAuth === true && new Date(tenant.createdAt) < new Date(turn.from)
  return kept ? 'accepted' : turn.passwords
}

/**
 * What a server's lines before any sign-in look like: `passwords` in the years of app passwords, `advertised` while
 * passwords are offered but refused, `disabled` since IMAP says LOGINDISABLED (MS-IMAP-02, MS-IMAP-03, MS-IMAP-04).
 */
export type FrontEnd = 'passwords' | 'advertised' | 'disabled'

/** Front ends serve personal and work accounts alike, so they follow the later date, the personal accounts'. */
export function frontEnd(at: Date): FrontEnd {
  return frontEnds[basicAuth('personal', 'imap', at)]
}

const frontEnds = { accepted: 'passwords', refused: 'advertised', disabled: 'disabled' } as const satisfies Record<
  BasicAuth,
  FrontEnd
>

/**
 * How IMAP treats a valid sign-in whose mailbox it will not open: in earlier years it says yes and then refuses every
 * command (MS-IMAP-13), since the front ends of LOGINDISABLED it refuses at once (MS-IMAP-14, MS-CAL-06).
 */
export function unconnected(at: Date): 'let-in' | 'refused' {
  return frontEnd(at) === 'disabled' ? 'refused' : 'let-in'
}
