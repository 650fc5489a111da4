/**
 * One mailbox owner's account as Microsoft keeps it: secrets as digests, switches, standing. It answers what a secret is
 * and never whether a sign-in may pass: that is the rule table's business. It never gives a secret back.
 */
import type { Protocol } from './protocol.ts'
import { AppPasswordRefused, AppPasswords, type AppPassword, type NewAppPassword } from './app-passwords.ts'
import type { SecretDigest } from './secret-digest.ts'

export type AccountKind = 'personal' | 'work'

/** `blocked`: by Microsoft's account protection, until the owner has proved himself on the web (MS-ACC-09). */
export type Standing = 'active' | 'blocked'

export type ProtocolSwitches = Record<Protocol, boolean>

/** An account as the configuration and the control API describe it (docs/reference/mock-configuration.md#accounts). */
export type AccountSpec = {
  address: string
  password: string
  /** From the domain if unset. */
  kind?: AccountKind | undefined
  twoStep?: boolean | undefined
  aliases?: readonly string[] | undefined
  protocols?: Partial<Record<Protocol, boolean | undefined>> | undefined
  standing?: Standing | undefined
}

/** What can be changed afterwards; whatever is undefined stays as it is. */
export type AccountPatch = {
  [Key in 'password' | 'twoStep' | 'protocols' | 'standing' | 'aliases']?: AccountSpec[Key] | undefined
}

/** What of an account changed, for whoever listens. */
export type AccountAspect = 'password' | 'two-step' | 'app-passwords' | 'protocols' | 'standing' | 'aliases'

/** What a secret turned out to be. `former-app-password`: was one, and has been removed or retired since. */
export type SecretMatch =
  | { kind: 'password' | 'former-app-password' | 'wrong-secret' }
  | { kind: 'app-password'; id: string }

/** What an account needs from its directory. */
export type AccountSurroundings = {
  digest: SecretDigest
  now: () => Date
  /** Reserves the aliases for this account; throws `AddressTaken`, and then nothing has changed. */
  claim: (account: Account, aliases: readonly string[]) => void
  changed: (account: Account, aspect: AccountAspect) => void
}

export class Account {
  /** The primary address, in the spelling it was made with. */
  readonly address: string
  readonly kind: AccountKind
  readonly #around: AccountSurroundings
  readonly #appPasswords: AppPasswords
  #password: Buffer
  #twoStep: boolean
  #standing: Standing
  #protocols: ProtocolSwitches
  #aliases: readonly string[]

  constructor(spec: AccountSpec & { kind: AccountKind }, around: AccountSurroundings) {
    this.address = spec.address
    this.kind = spec.kind
    this.#around = around
    this.#appPasswords = new AppPasswords(around.digest)
    this.#password = around.digest.of(spec.password)
    this.#twoStep = spec.twoStep ?? false
    this.#standing = spec.standing ?? 'active'
    this.#protocols = { ...allOn, ...given(spec.protocols) }
    this.#aliases = [...(spec.aliases ?? [])]
    around.claim(this, this.#aliases)
  }

  get twoStep(): boolean {
    return this.#twoStep
  }

  /** Two-step verification. Switching it off discards every app password, for good (MS-ACC-06). */
  set twoStep(on: boolean) {
    if (on === this.#twoStep) return
    this.#twoStep = on
    if (!on) this.#appPasswords.removeAll()
    this.#around.changed(this, 'two-step')
  }

  /** Leaves app passwords as they are (MS-ACC-08). */
  set password(secret: string) {
    this.#password = this.#around.digest.of(secret)
    this.#around.changed(this, 'password')
  }

  get standing(): Standing {
    return this.#standing
  }

  set standing(standing: Standing) {
    if (standing === this.#standing) return
    this.#standing = standing
    this.#around.changed(this, 'standing')
  }

  get protocols(): Readonly<ProtocolSwitches> {
    return this.#protocols
  }

  /** Switches the named protocols; the others stay as they are. */
  set protocols(switches: Partial<Record<Protocol, boolean | undefined>>) {
    this.#protocols = { ...this.#protocols, ...given(switches) }
    this.#around.changed(this, 'protocols')
  }

  get aliases(): readonly string[] {
    return this.#aliases
  }

  /** Throws `AddressTaken` if one belongs to somebody else, and then nothing has changed. */
  set aliases(aliases: readonly string[]) {
    this.#around.claim(this, aliases)
    this.#aliases = [...aliases]
    this.#around.changed(this, 'aliases')
  }

  /** Changes all or, if an alias is taken (`AddressTaken`), nothing. */
  apply(patch: AccountPatch): void {
    if (patch.aliases !== undefined) this.aliases = patch.aliases
    if (patch.password !== undefined) this.password = patch.password
    if (patch.twoStep !== undefined) this.twoStep = patch.twoStep
    if (patch.protocols !== undefined) this.protocols = patch.protocols
    if (patch.standing !== undefined) this.standing = patch.standing
  }

  /** Whether the address is this account's own or one of its aliases, whatever its case. */
  owns(address: string): boolean {
    const wanted = address.toLowerCase()
    return [this.address, ...this.#aliases].some((own) => own.toLowerCase() === wanted)
  }

  /** Without secrets, oldest first. */
  get appPasswords(): readonly AppPassword[] {
    return this.#appPasswords.list
  }

  /**
   * Makes an app password of exactly 16 lower-case letters; this is the only time the secret is shown.
   * Throws `AppPasswordRefused` while two-step verification is off (MS-ACC-01) or when there are 40 already.
   */
  createAppPassword(name: string): NewAppPassword {
    if (!this.#twoStep) {
      throw new AppPasswordRefused('two-step-off', `switch two-step verification on first: ${this.address} has it off`)
    }
    const made = this.#appPasswords.create(name, this.#around.now())
    this.#around.changed(this, 'app-passwords')
    return made
  }

  /** Returns whether there was one with that id. */
  removeAppPassword(id: string): boolean {
    const removed = this.#appPasswords.remove(id)
    if (removed) this.#around.changed(this, 'app-passwords')
    return removed
  }

  removeAppPasswords(): void {
    if (this.#appPasswords.list.length === 0) return
    this.#appPasswords.removeAll()
    this.#around.changed(this, 'app-passwords')
  }

  /** What a secret is to this account. Takes about the same time whatever the answer. */
  match(secret: string): SecretMatch {
    const { digest } = this.#around
    const offered = digest.of(secret)
    const isPassword = digest.same(offered, this.#password)
    const appPassword = this.#appPasswords.find(offered)
    if (isPassword) return { kind: 'password' }
    if (appPassword === undefined) return { kind: 'wrong-secret' }
    return appPassword === 'former' ? { kind: 'former-app-password' } : { kind: 'app-password', id: appPassword.id }
  }

  /** Notes that a sign-in with that app password was accepted. */
  noteAppPasswordUse(id: string): void {
    this.#appPasswords.noteUse(id, this.#around.now())
  }
}

const allOn: ProtocolSwitches = { pop3: true, imap: true, smtp: true }

/** Only the switches that say something: an undefined one must not overwrite. */
function given(switches: Partial<Record<Protocol, boolean | undefined>> | undefined): Partial<ProtocolSwitches> {
  return Object.fromEntries(Object.entries(switches ?? {}).filter(([, on]) => on !== undefined))
}
