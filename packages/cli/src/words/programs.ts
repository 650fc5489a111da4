import type { ProgramKind } from '@sparekey/core'

/** What a mail program, device or library can do, and how it is set up. */
export type ProgramsWords = {
  programs: {
    kinds: Record<ProgramKind, string>
    forProgram: (name: string) => string
    /** What to do with the file that was printed. */
    use: Record<'save' | 'run' | 'paste', (file: string) => string>
    signInOnce: string
    asksForPassword: string
    secretInVariable: Record<'password' | 'oauth2', string>
    fromVersion: (name: string, version: string) => string
    cannot: (name: string, protocols: readonly string[]) => string
    notKnown: (name: string) => string
    switchIsAt: (place: string) => string
    several: (input: string, ids: readonly string[]) => string
  }
}
