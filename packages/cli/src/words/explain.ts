import type { Recognised } from '@sparekey/core'

/** What is said around an explanation. */
export type ExplainWords = {
  explain: {
    /** Whose words were recognised; over which protocol, where that is known. */
    recognised: Record<Recognised['kind'], (protocol?: string) => string>
    alsoPossible: string
    /** Above the causes that kept a message from further recipients. */
    otherRecipients: string
    /** Whose cause it is. */
    recipients: (shown: readonly string[]) => string
    /** Some of many recipients. */
    andOthers: (count: number) => string
  }
}
