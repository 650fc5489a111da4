/**
 * The sign-in rules as they stand at an instant, for people: which can decide a sign-in then, where, for whom, and on
 * what evidence. Found by deciding every sign-in there can be, so that it cannot differ from what the gate does.
 */
import type { AccountKind } from '../directory/account.ts'
import type { Protocol } from '../directory/protocol.ts'
import { basicAuth, type BasicAuth, calendar, type FrontEnd, frontEnd, unconnected } from './calendar.ts'
import { because } from './because.ts'
import { decide, type Ruling, rulings } from './decide.ts'
import { combinations, factValues } from './facts.ts'
import type { RuleName } from './rules.ts'

type RuleInForce = Pick<Ruling, 'outcome' | 'reason'> & {
  because: string
  /** Where it decides, for which kinds of account, and the evidence for what Microsoft answers there. */
  protocols: { protocol: Protocol; accounts: AccountKind[]; evidence: string }[]
}

export type RulesInForce = {
  /** What the lines before any sign-in look like. */
  frontEnd: FrontEnd
  /** What becomes of passwords; a tenant may have kept them where a turn of the calendar says so. */
  passwords: Record<AccountKind, Record<Protocol, BasicAuth>>
  /** Every turn, past and to come. */
  calendar: ((typeof calendar)[number] & { past: boolean })[]
  /** In the order in which they are tried: the first that matches decides. */
  rules: RuleInForce[]
}

export function rulesInForce(at: Date): RulesInForce {
  const deciding = factValues.protocol.flatMap((protocol) =>
    factValues.kind.map((kind) => ({ protocol, kind, rules: rulesThatDecide(protocol, kind, at) })),
  )
  const rules = rulings.map(({ rule, outcome, reason, on }) => ({
    outcome,
    reason,
    because: because[rule],
    protocols: factValues.protocol.flatMap((protocol) => {
      const accounts = deciding.flatMap((one) => (one.protocol === protocol && one.rules.has(rule) ? [one.kind] : []))
      return accounts.length > 0 ? [{ protocol, accounts, evidence: on[protocol]! }] : []
    }),
  }))
  return {
    frontEnd: frontEnd(at),
    passwords: { personal: passwordsOf('personal', at), work: passwordsOf('work', at) },
    calendar: calendar.map((turn) => ({ ...turn, past: at >= new Date(turn.from) })),
    rules: rules.filter(({ protocols }) => protocols.length > 0),
  }
}

function passwordsOf(kind: AccountKind, at: Date): Record<Protocol, BasicAuth> {
  return {
    pop3: basicAuth(kind, 'pop3', at),
    imap: basicAuth(kind, 'imap', at),
    smtp: basicAuth(kind, 'smtp', at),
  }
}

/** The tenant that has kept whatever a tenant may keep. */
const keeper = { smtpAuth: true, createdAt: '2019-01-01' } as const

function rulesThatDecide(protocol: Protocol, kind: AccountKind, at: Date): ReadonlySet<RuleName> {
  const situations = combinations({
    ...factValues,
    protocol: [protocol],
    kind: [kind],
    basicAuth: [...new Set([basicAuth(kind, protocol, at), basicAuth(kind, protocol, at, keeper)])],
    unconnected: [unconnected(at)],
    ...(kind === 'personal' && { tenantSmtpAuth: ['on'], tenantPolicy: ['none'] }),
  })
  return new Set(situations.map((facts) => decide(facts).rule))
}
