import type { Recognised } from '@sparekey/core'

/** What is said around an explanation. */
export type ExplainWords = {
  explain: {
    /** Whose words were recognised; over which protocol, where that is known. */
    recognised: Record<Recognised['kind'], (protocol?: string) => string>
    alsoPossible: string
  }
}
