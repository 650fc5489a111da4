/**
 * Sign-ins that have shown the password and still owe the code of two-step verification, one for each browser. Bounded in
 * number and in guesses. Nothing here outlives the password it began with.
 */
import { randomBytes } from 'node:crypto'
import type { Account } from '../../directory/account.ts'
import type { Directory } from '../../directory/directory.ts'
import { isCode } from '../../directory/totp.ts'

type HalfSignIn = { readonly account: Account; readonly back: string; wrongCodes: number }

export type CodeOutcome =
  | { kind: 'right'; account: Account; back: string }
  /** `over`: too many were wrong; the sign-in begins again. */
  | { kind: 'wrong' | 'over' }

const maxWrongCodes = 5
const maxAtOnce = 1000

export class SecondStep {
  readonly #halves = new Map<string, HalfSignIn>()
  readonly #secrets = new WeakMap<Account, Uint8Array>()

  constructor(directory: Directory) {
    directory.onChange(({ kind, account }) => {
      if (kind === 'password' || kind === 'removed' || kind === 'two-step') this.#forget(account)
    })
  }

  /** The secret an account shares with its owner's authenticator app: made when first asked for, then always the same. */
  secretOf(account: Account): Uint8Array {
    const secret = this.#secrets.get(account) ?? randomBytes(20)
    this.#secrets.set(account, secret)
    return secret
  }

  /** @param back where the sign-in leads */
  begin(visit: string, account: Account, back: string): void {
    if (this.#halves.size >= maxAtOnce) this.#halves.delete(this.#halves.keys().next().value!)
    this.#halves.set(visit, { account, back, wrongCodes: 0 })
  }

  /** The account that this browser has shown the password of. */
  pending(visit: string): Account | undefined {
    return this.#halves.get(visit)?.account
  }

  /**
   * A right code ends the half sign-in. Unlike RFC 6238, 5.2 asks, the code stays good while it is current: tests sign in
   * more than once in half a minute, and a frozen clock knows only one code.
   */
  enter(visit: string, code: string, at: Date): CodeOutcome {
    const half = this.#halves.get(visit)
    if (!half) return { kind: 'over' }
    if (isCode(this.secretOf(half.account), code, at)) {
      this.#halves.delete(visit)
      return { kind: 'right', account: half.account, back: half.back }
    }
    half.wrongCodes += 1
    if (half.wrongCodes < maxWrongCodes) return { kind: 'wrong' }
    this.#halves.delete(visit)
    return { kind: 'over' }
  }

  #forget(account: Account): void {
    for (const [visit, half] of this.#halves) if (half.account === account) this.#halves.delete(visit)
  }
}
