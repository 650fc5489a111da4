/**
 * The only caller of the rules: looks up who and what, has it decided, counts failures, blocks accounts, writes the
 * journal, and knows when a session it let in must end. Synchronous, so that no two attempts can interleave. Holds no
 * rule of its own, and never keeps a secret.
 */
import type { Account, SecretMatch } from '../directory/account.ts'
import type { Directory } from '../directory/directory.ts'
import type { Clock } from '../clock/clock.ts'
import type { Attempt } from './attempt.ts'
import { basicAuth, unconnected } from './calendar.ts'
import { because } from './because.ts'
import { decide, type Ruling } from './decide.ts'
import type { Decision, RefusalReason } from './decision.ts'
import type { SignInFacts } from './facts.ts'
import { Journal, type SignIn } from './journal.ts'
import { SessionLife, type Invalidation } from './session-life.ts'
import type { TokenStanding, TokenVerifier } from '../tokens/standing.ts'

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
  /** Without one, no token was ever issued. */
  tokens?: TokenVerifier
}

export class Gate {
  readonly journal = new Journal()
  readonly #directory: Directory
  readonly #clock: Clock
  readonly #limits: SignInLimits
  readonly #tokens: TokenVerifier
  readonly #stranger: Account
  readonly #life: SessionLife
  readonly #failures = new Map<string, number>()
  #wrongSecrets = new WeakMap<Account, number>()

  constructor({ directory, clock, limits, tokens = () => unknownToken }: GateOptions) {
    this.#directory = directory
    this.#clock = clock
    this.#limits = limits
    this.#tokens = tokens
    this.#stranger = directory.stranger()
    this.#life = new SessionLife({ clock, directory })
  }

  /**
   * Judges one sign-in. Throws if it came outside TLS: no adapter may offer that.
   * @param say the voice: the wire reply for a decision; it is also what the journal shows
   */
  attempt(attempt: Attempt, say: (decision: Decision) => string): { decision: Decision; reply: string } {
    if (!attempt.secure) throw new Error('a sign-in may come to the gate only behind TLS')
    const at = this.#clock.now()
    const account = this.#directory.get(attempt.username)
    const proven = this.#examine(attempt, account, at)
    const ruling = decide(this.#facts(attempt, account, proven, at))
    const decision = this.#conclude(ruling, attempt.session, account)
    if (account) this.#remember(attempt.session, account, decision, proven)
    const reply = say(decision)
    const entry: SignIn = {
      at,
      protocol: attempt.protocol,
      mechanism: attempt.mechanism,
      address: account?.address ?? attempt.username,
      outcome: decision.outcome,
      reason: decision.reason,
      because: because[ruling.rule],
      evidence: ruling.on[attempt.protocol]!,
      reply,
      session: attempt.session,
    }
    this.journal.add(entry, ruling.rule)
    return { decision, reply }
  }

  /** Calls back at most once, when a session that was accepted must end before its client ends it. */
  onInvalidated(session: string, callback: (why: Invalidation) => void): void {
    this.#life.onInvalidated(session, callback)
  }

  /** Forgets a connection that is gone. */
  closed(session: string): void {
    this.#failures.delete(session)
    this.#life.forget(session)
  }

  /** Forgets every count and the journal. */
  reset(): void {
    this.#failures.clear()
    this.#wrongSecrets = new WeakMap()
    this.journal.clear()
  }

  /** A secret for an unknown account is compared all the same, with a stranger's, so that it takes as long. */
  #examine({ proof, protocol, username }: Attempt, account: Account | undefined, at: Date): Proven {
    if (proof.kind === 'secret') {
      const match = (account ?? this.#stranger).match(proof.secret)
      return { match: account ? match : { kind: 'wrong-secret' } }
    }
    return { token: account ? this.#tokens(proof.token, { account, username, protocol, at }) : unknownToken }
  }

  #facts({ protocol, username }: Attempt, account: Account | undefined, proven: Proven, at: Date): SignInFacts {
    const kind = this.#directory.kindOf(username)
    const tenant = this.#directory.tenantOf({ kind, address: account?.address ?? username })
    return {
      protocol,
      account: account ? 'known' : 'unknown',
      kind,
      standing: account?.standing ?? 'active',
      twoStep: account?.twoStep ? 'on' : 'off',
      proof: proven.match ? proven.match.kind : `${proven.token.kind}-token`,
      basicAuth: basicAuth(kind, protocol, at, tenant),
      protocolSwitch: account && !account.protocols[protocol] ? 'off' : 'on',
      unconnected: unconnected(at),
      tenantSmtpAuth: tenant?.smtpAuth === false ? 'off' : 'on',
      tenantPolicy: tenant?.securityDefaults
        ? 'security-defaults'
        : tenant?.conditionalAccess
          ? 'conditional-access'
          : 'none',
    }
  }

  #conclude(ruling: Ruling, session: string, account: Account | undefined): Decision {
    if (ruling.outcome === 'accepted') {
      // The rules accept known accounts only.
      return { outcome: 'accepted', reason: ruling.reason, address: account!.address, connected: ruling.connected }
    }
    const failures = (this.#failures.get(session) ?? 0) + 1
    this.#failures.set(session, failures)
    return { outcome: 'refused', reason: ruling.reason, last: failures >= this.#limits.failuresPerConnection }
  }

  /** What remains of a sign-in: a session, an app password's last use, or a step towards being blocked. */
  #remember(session: string, account: Account, decision: Decision, { match, token }: Proven): void {
    if (decision.outcome === 'accepted') {
      this.#wrongSecrets.delete(account)
      if (match?.kind === 'app-password') account.noteAppPasswordUse(match.id)
      this.#life.begin(session, { account, expiresAt: token && 'expiresAt' in token ? token.expiresAt : undefined })
      return
    }
    const { failuresBeforeBlock } = this.#limits
    if (failuresBeforeBlock === null || !wrongSecretReasons.has(decision.reason)) return
    const wrongSecrets = (this.#wrongSecrets.get(account) ?? 0) + 1
    this.#wrongSecrets.set(account, wrongSecrets)
    if (wrongSecrets < failuresBeforeBlock) return
    this.#wrongSecrets.delete(account)
    account.standing = 'blocked'
  }
}

/** What the proof turned out to be. */
type Proven = { match: SecretMatch; token?: never } | { match?: never; token: TokenStanding }

const unknownToken: TokenStanding = { kind: 'unknown' }

/** The refusals that look like guessing; a switch that is off says nothing against the one who signs in. */
const wrongSecretReasons: ReadonlySet<RefusalReason> = new Set([
  'wrong-password',
  'app-password-needed',
  'app-password-removed',
  'app-password-while-two-step-off',
])
