import type { Problems } from './failures.ts'

/** Mistakes on the command line. */
export type UsageWords = {
  usage: {
    noCommand: string
    flagBeforeCommand: (flag: string) => string
    unknownCommand: (input: string, similar: readonly string[]) => string
    unknownFlag: (flag: string, similar: readonly string[]) => string
    secretOnCommandLine: string
    valueMissing: (flag: string) => string
    valueUnexpected: (flag: string) => string
    repeated: (flag: string) => string
    argumentMissing: (name: string) => string
    tooManyArguments: (expected: number) => string
    badChoice: (flag: string, input: string, choices: readonly string[]) => string
    badValue: (flag: string, reason: string) => string
    badLanguage: (input: string) => string
    badTimeout: (input: string) => string
    notADate: (input: string) => string
    notACount: (input: string) => string
    notAPort: (input: string) => string
    notAHost: (input: string) => string
    noPortName: (name: string) => string
    passwordAndTextFromStdin: string
    emlStandsAlone: (flag: string) => string
    notTogether: (flag: string, other: string) => string
    nothingToSend: string
    noRecipient: string
    onlyInbox: string
    rawIsNotJson: string
    unknownProgram: (name: string, similar: readonly string[]) => string
    unknownFinding: (input: string, similar: readonly string[]) => string
    seeHelp: (command: string) => string
  }
  /** Failures whose words are the command line's own; those that are findings have core's. */
} & Problems<'bad-address' | 'bad-date' | 'bad-using'>
