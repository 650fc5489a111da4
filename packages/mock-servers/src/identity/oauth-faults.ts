/** Errors that a test has ordered for the next calls of the identity service. First ordered, first served. */
import type { OAuthEndpoint, OAuthReason } from './oauth-reason.ts'

export type OAuthFault = {
  readonly id: number
  readonly reason: OAuthReason
  /** Any if unset. */
  readonly endpoint: OAuthEndpoint | undefined
  /** How many calls are still to come. */
  readonly times: number
}

export class OAuthFaults {
  readonly #faults = new Map<number, OAuthFault>()
  #ordered = 0

  order(fault: Omit<OAuthFault, 'id'>): OAuthFault {
    const ordered = { id: ++this.#ordered, ...fault }
    this.#faults.set(ordered.id, ordered)
    return ordered
  }

  /** The error this call must end with, if one was ordered; then it counts as served. */
  take(endpoint: OAuthEndpoint): OAuthReason | undefined {
    const fault = this.list().find((candidate) => candidate.endpoint === undefined || candidate.endpoint === endpoint)
    if (!fault) return undefined
    const times = fault.times - 1
    if (times > 0) this.#faults.set(fault.id, { ...fault, times })
    else this.#faults.delete(fault.id)
    return fault.reason
  }

  /** Those still to come, oldest first. */
  list(): OAuthFault[] {
    return [...this.#faults.values()]
  }

  /** Returns whether it was still to come. */
  cancel(id: number): boolean {
    return this.#faults.delete(id)
  }

  clear(): void {
    this.#faults.clear()
  }
}
