import type { Protocol } from '@sparekey/core'

/** The settings of a mail program, and a check of them. */
export type SettingsWords = {
  settings: {
    heading: Record<Protocol, string>
    server: string
    port: string
    encryption: string
    userName: string
    signInWith: string
    spa: string
    /** On or off, and what the letters stand for. */
    spaIs: (value: string) => string
    smtpAuthentication: string
    asOf: (date: string) => string
    /** The days from the first account for which passwords ended to the last. */
    rollOut: (from: string, until: string) => string
    passwordHint: string
    oauthHint: string
  }
  check: {
    passwordPrompt: (address: string) => string
    quote: (words: string) => string
    /** How sure a finding is, on which protocols it was found. */
    remarks: (words: readonly string[]) => string
    protocols: (names: readonly string[]) => string
    now: string
    right: string
    nextSteps: string
    alsoFound: string
    more: string
    milliseconds: (ms: number) => string
  }
}
