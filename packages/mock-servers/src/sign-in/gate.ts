/**
 * The only caller of the rules: looks up who and what, has it decided, counts failures, blocks accounts, and writes the
 * journal. Synchronous, so that no two attempts can interleave. Holds no rule of its own, and never keeps a secret.
 */
import type { Account, SecretMatch } from '../accounts/account.ts'
import type { Directory } from '../accounts/directory.ts'
import { domainOf, kindOf } from '../accounts/personal-domains.ts'
import type { Clock } from '../clock.ts'
import type { Attempt, Protocol } from './attempt.ts'
import { basicAuth } from './calendar.ts'
import { decide } from './decide.ts'
import type { Decision, RefusalReason } from './decision.ts'
import type { SignInFacts } from './facts.ts'
import { Journal } from './journal.ts'
import type { Rule } from './rules.ts'

/** Whether a token opens that account's mailbox over that protocol at that time. */
export type TokenVerifier = (token: string, context: { account: Account; protocol: Protocol; at: Date }) => boolean

export type SignInLimits = {
  /** Failed sign-ins before the server hangs up (MS-ACC-12). */
  failuresPerConnection: number
  /** Wrong secrets in a row before the account is blocked; `null`: never (MS-ACC-09). */
  failuresBeforeBlock: number | null
}

export type GateOptions = {
  directory: Directory
  clock: Clock
  limits: SignInLimits
  /** Without one, every token is refused. */
  tokens?: TokenVerifier
}

export class Gate {
  readonly journal = new Journal()
  readonly #directory: Directory
  readonly #clock: Clock
  readonly #limits: SignInLimits
  readonly #tokens: TokenVerifier
  readonly #stranger: Account
  readonly #failures = new Map<string, number>()
  #wrongSecrets = new WeakMap<Account, number>()

  constructor({ directory, clock, limits, tokens = () => false }: GateOptions) {
    this.#directory = directory
    this.#clock = clock
    this.#limits = limits
    this.#tokens = tokens
    this.#stranger = directory.stranger()
  }

  /**
   * Judges one sign-in. Throws if it came outside TLS: no adapter may offer that.
   * @param say the voice: the wire reply for a decision; it is also what the journal shows
   */
  attempt(attempt: Attempt, say: (decision: Decision) => string): { decision: Decision; reply: string } {
    if (!attempt.secure) throw new Error('a sign-in may come to the gate only behind TLS')
    const at = this.#clock.now()
    const account = this.#directory.get(attempt.username)
    const match = this.#match(attempt, account)
    const rule = decide(this.#facts(attempt, account, match, at))
    const decision = this.#conclude(rule, attempt.session, account)
    if (account) this.#remember(account, decision, match)
    const reply = say(decision)
    this.journal.add({
      at,
      protocol: attempt.protocol,
      mechanism: attempt.mechanism,
      address: account?.address ?? attempt.username,
      outcome: decision.outcome,
      reason: decision.reason,
      because: rule.because,
      evidence: rule.on[attempt.protocol]!,
      reply,
      session: attempt.session,
    })
    return { decision, reply }
  }

  /** Forgets a connection that is gone. */
  closed(session: string): void {
    this.#failures.delete(session)
  }

  /** Forgets every count and the journal. */
  reset(): void {
    this.#failures.clear()
    this.#wrongSecrets = new WeakMap()
    this.journal.clear()
  }

  /** A secret for an unknown account is compared all the same, with a stranger's, so that it takes as long. */
  #match({ proof }: Attempt, account: Account | undefined): SecretMatch | undefined {
    if (proof.kind === 'token') return undefined
    const match = (account ?? this.#stranger).match(proof.secret)
    return account ? match : { kind: 'wrong-secret' }
  }

  #facts(attempt: Attempt, account: Account | undefined, match: SecretMatch | undefined, at: Date): SignInFacts {
    const { protocol, proof, username } = attempt
    const kind = account?.kind ?? kindOf(username)
    const tenant = kind === 'work' ? this.#directory.tenant(domainOf(account?.address ?? username)) : undefined
    const goodToken = proof.kind === 'token' && account && this.#tokens(proof.token, { account, protocol, at })
    return {
      protocol,
      account: account ? 'known' : 'unknown',
      kind,
      standing: account?.standing ?? 'active',
      twoStep: account?.twoStep ? 'on' : 'off',
      proof: match ? match.kind : goodToken ? 'good-token' : 'bad-token',
      basicAuth: basicAuth(kind, protocol, at, tenant),
      protocolSwitch: account && !account.protocols[protocol] ? 'off' : 'on',
      tenantSmtpAuth: tenant?.smtpAuth === false ? 'off' : 'on',
      tenantPolicy: tenant?.securityDefaults
        ? 'security-defaults'
        : tenant?.conditionalAccess
          ? 'conditional-access'
          : 'none',
    }
  }

  #conclude(rule: Rule, session: string, account: Account | undefined): Decision {
    if (rule.outcome === 'accepted') {
      // The rules accept known accounts only.
      return {
        outcome: 'accepted',
        reason: rule.reason,
        address: account!.address,
        connected: rule.reason !== 'protocol-off',
      }
    }
    const failures = (this.#failures.get(session) ?? 0) + 1
    this.#failures.set(session, failures)
    return { outcome: 'refused', reason: rule.reason, last: failures >= this.#limits.failuresPerConnection }
  }

  /** What a sign-in leaves behind on the account: an app password's last use, or a step towards being blocked. */
  #remember(account: Account, decision: Decision, match: SecretMatch | undefined): void {
    if (decision.outcome === 'accepted') {
      this.#wrongSecrets.delete(account)
      if (match?.kind === 'app-password') account.noteAppPasswordUse(match.id)
      return
    }
    const { failuresBeforeBlock } = this.#limits
    if (failuresBeforeBlock === null || !WRONG_SECRETS.has(decision.reason)) return
    const wrongSecrets = (this.#wrongSecrets.get(account) ?? 0) + 1
    this.#wrongSecrets.set(account, wrongSecrets)
    if (wrongSecrets < failuresBeforeBlock) return
    this.#wrongSecrets.delete(account)
    account.standing = 'blocked'
  }
}

/** The refusals that look like guessing; a switch that is off says nothing against the one who signs in. */
const WRONG_SECRETS: ReadonlySet<RefusalReason> = new Set([
  'wrong-password',
  'app-password-needed',
  'app-password-removed',
  'app-password-while-two-step-off',
])
