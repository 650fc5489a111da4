/**
 * One account's app passwords: 16 lower-case letters each (MS-ACC-02), shown once when made (MS-ACC-03), kept as
 * digests. Digests of removed ones are kept too, so that the journal can say why a once good secret is refused.
 */
import { randomInt } from 'node:crypto'
import type { SecretDigest } from './secret-digest.ts'

/** What may be shown of an app password at any time: everything but the secret. */
export type AppPassword = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  /** The last accepted sign-in with it, `null` before the first. */
  readonly lastUsedAt: Date | null
}

/** What its maker sees, once. */
export type NewAppPassword = { id: string; name: string; password: string; createdAt: Date }

/** Why no app password was made. */
export class AppPasswordRefused extends Error {
  override name = 'AppPasswordRefused'
  readonly reason: 'two-step-off' | 'too-many'

  constructor(reason: 'two-step-off' | 'too-many', message: string) {
    super(message)
    this.reason = reason
  }
}

/** As many as a work account may have (MS-ACC-04); personal accounts name no limit. */
export const maxAppPasswords = 40
const letterCount = 16
/** How many removed ones are remembered; older ones are then merely wrong. */
const maxRemembered = 200

type Kept = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null; digest: Buffer }

export class AppPasswords {
  readonly #digest: SecretDigest
  readonly #kept = new Map<string, Kept>()
  #removed: Buffer[] = []
  #made = 0

  constructor(digest: SecretDigest) {
    this.#digest = digest
  }

  /** In the order they were made, without secrets. */
  get list(): readonly AppPassword[] {
    return [...this.#kept.values()].map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }))
  }

  /** Throws `AppPasswordRefused` if the account has as many as it may. */
  create(name: string, createdAt: Date): NewAppPassword {
    if (this.#kept.size >= maxAppPasswords) {
      throw new AppPasswordRefused(
        'too-many',
        `an account has at most ${maxAppPasswords} app passwords: remove one first`,
      )
    }
    const password = randomLetters()
    const id = String(++this.#made)
    this.#kept.set(id, { id, name, createdAt, lastUsedAt: null, digest: this.#digest.of(password) })
    return { id, name, password, createdAt }
  }

  /** Returns whether there was one with that id. */
  remove(id: string): boolean {
    const kept = this.#kept.get(id)
    if (!kept) return false
    this.#kept.delete(id)
    this.#rememberRemoved([kept])
    return true
  }

  removeAll(): void {
    this.#rememberRemoved([...this.#kept.values()])
    this.#kept.clear()
  }

  /** The id of the app password with that digest; `former` if it was one and has been removed. */
  find(digest: Buffer): { id: string } | 'former' | undefined {
    let found: { id: string } | 'former' | undefined
    // Every digest is compared, so that the time taken does not tell which one matched.
    for (const removed of this.#removed) if (this.#digest.same(removed, digest)) found = 'former'
    for (const kept of this.#kept.values()) if (this.#digest.same(kept.digest, digest)) found = { id: kept.id }
    return found
  }

  noteUse(id: string, at: Date): void {
    const kept = this.#kept.get(id)
    if (kept) kept.lastUsedAt = at
  }

  #rememberRemoved(removed: readonly Kept[]): void {
    this.#removed = [...this.#removed, ...removed.map(({ digest }) => digest)].slice(-maxRemembered)
  }
}

function randomLetters(): string {
  return Array.from({ length: letterCount }, () => String.fromCharCode(97 + randomInt(26))).join('')
}
