/** The one place where a sign-in is decided: a walk down the rule table. Pure; knows no account, no clock, no wire. */
import type { SignInFacts } from './facts.ts'
import { RULES, type Rule } from './rules.ts'

/** The first rule on this protocol that matches. There always is one: the last matches everything. */
export function decide(facts: SignInFacts): Rule {
  const rules: readonly Rule[] = RULES
  const rule = rules.find(({ on, when }) => on[facts.protocol] !== undefined && when(facts))
  if (!rule) throw new Error('the last sign-in rule must match everything')
  return rule
}
