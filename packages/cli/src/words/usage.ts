import type { ErrorDetails } from '@sparekey/core'
import type { Problems } from './failures.ts'

export type UsingProblem = ErrorDetails<'bad-using'>['problem']

/** Mistakes on the command line. */
export type UsageWords = {
  usage: {
    noCommand: string
    flagBeforeCommand: (flag: string) => string
    /** `all`: every command, for who typed something like none. */
    unknownCommand: (input: string, similar: readonly string[], all: readonly string[]) => string
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
    notOneOf: (input: string, choices: readonly string[]) => string
    notADate: (input: string) => string
    didYouMeanAddress: (address: string) => string
    notACount: (input: string) => string
    notAPort: (input: string) => string
    notAHost: (input: string) => string
    noPortName: (name: string) => string
    bothFromStdin: (flag: string, other: string) => string
    emlOrText: string
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
