/**
 * Every sign-in the mock has judged, newest last: what came, what was decided, why, and what was said. Bounded; holds
 * no secret and no token, right or wrong.
 */
import type { Protocol } from '../directory/protocol.ts'
import type { Mechanism } from './attempt.ts'
import type { AcceptanceReason, RefusalReason } from './decision.ts'
import type { RuleName } from './rules.ts'

export type SignIn = {
  readonly at: Date
  readonly protocol: Protocol
  readonly mechanism: Mechanism
  /** The account's primary address, or what was typed if there is no such account. */
  readonly address: string
  readonly outcome: 'accepted' | 'refused'
  /** The rule's name. */
  readonly reason: AcceptanceReason | RefusalReason
  readonly because: string
  /** The row of docs/microsoft-sign-in.md the decision rests on, such as `MS-POP3-07`. */
  readonly evidence: string
  /** What went over the wire, without its last line end. */
  readonly reply: string
  readonly session: string
}

export type SignInQuery = {
  /** Matches whatever its case. */
  address?: string | undefined
  outcome?: SignIn['outcome'] | undefined
  protocol?: Protocol | undefined
}

/** The oldest are forgotten beyond this. */
const maxEntries = 10_000
/** An address is at most 254 octets (RFC 5321, 4.5.3.1.3); a longer thing somebody typed is cut. */
const maxAddress = 320

export class Journal {
  readonly #entries: SignIn[] = []
  readonly #rules = new WeakMap<SignIn, RuleName>()
  readonly #listeners = new Set<(entry: SignIn) => void>()

  /** Oldest first. */
  get entries(): readonly SignIn[] {
    return this.#entries
  }

  /** @param rule the rule that decided, by its own name */
  add(entry: SignIn, rule: RuleName): void {
    const kept = { ...entry, address: entry.address.slice(0, maxAddress) }
    this.#entries.push(kept)
    this.#rules.set(kept, rule)
    if (this.#entries.length > maxEntries) this.#entries.shift()
    for (const listener of this.#listeners) listener(kept)
  }

  /** By which the account page finds the sentence in its own language. */
  ruleOf(entry: SignIn): RuleName | undefined {
    return this.#rules.get(entry)
  }

  /** The entries that match everything the query names, oldest first. */
  query({ address, outcome, protocol }: SignInQuery = {}): SignIn[] {
    const wanted = address?.toLowerCase()
    return this.#entries.filter(
      (entry) =>
        (wanted === undefined || entry.address.toLowerCase() === wanted) &&
        (outcome === undefined || entry.outcome === outcome) &&
        (protocol === undefined || entry.protocol === protocol),
    )
  }

  clear(): void {
    this.#entries.length = 0
  }

  /** Calls back after every sign-in, at once. Returns the way to stop listening. */
  onSignIn(listener: (entry: SignIn) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
