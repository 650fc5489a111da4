/** The one place where a sign-in is decided: a walk down the rules. Pure; knows no account, no clock, no wire. */
import type { Protocol } from '../directory/protocol.ts'
import type { AcceptanceReason, RefusalReason } from './decision.ts'
import type { SignInFacts } from './facts.ts'
import { firstMatch, type Pattern } from './first-match.ts'
import { type RuleName, rules } from './rules.ts'

export type Ruling = {
  readonly rule: RuleName
  /** The protocols that the rule holds on, each with its evidence. */
  readonly on: Readonly<Partial<Record<Protocol, string>>>
} & (
  | { readonly outcome: 'refused'; readonly reason: RefusalReason }
  | { readonly outcome: 'accepted'; readonly reason: AcceptanceReason; readonly connected: boolean }
)

/** What each rule comes to, in the order of the rules. */
export const rulings: readonly (Ruling & { readonly when: Pattern<SignInFacts> })[] = rules.map((rule) => {
  const protocol = Object.keys(rule.on) as Protocol[]
  const { on } = rule
  const when = { ...rule.when, protocol }
  if ('refuse' in rule) {
    return { rule: 'name' in rule ? rule.name : rule.refuse, outcome: 'refused', reason: rule.refuse, on, when }
  }
  const connected = !('connected' in rule)
  const name = 'name' in rule ? rule.name : rule.accept
  return { rule: name, outcome: 'accepted', reason: rule.accept, connected, on, when }
})

/** The first rule that fits. There always is one: the last fits everything. */
export function decide(facts: SignInFacts): Ruling {
  const ruling = firstMatch(rulings, facts)
  if (!ruling) throw new Error('the last sign-in rule must fit everything')
  return ruling
}
