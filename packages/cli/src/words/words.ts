import type { CommandsWords } from './commands.ts'
import type { DemoWords } from './demo.ts'
import type { ProblemDetails, Problems } from './failures.ts'
import type { ExplainWords } from './explain.ts'
import type { FilesWords } from './files.ts'
import type { FlagsWords } from './flags.ts'
import type { MailWords } from './mail.ts'
import type { MockWords } from './mock.ts'
import type { NetworkWords } from './network.ts'
import type { ProgramsWords } from './programs.ts'
import type { SettingsWords } from './settings.ts'
import type { SignInWords } from './sign-in.ts'
import type { UsageWords } from './usage.ts'

/** The languages that there are words in. */
export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]

/** The texts of one language by subject, a file each. A text that is missing does not compile. */
type Subjects = {
  commands: CommandsWords
  flags: FlagsWords
  usage: UsageWords
  signIn: SignInWords
  files: FilesWords
  network: NetworkWords
  settings: SettingsWords
  explain: ExplainWords
  programs: ProgramsWords
  mail: MailWords
  mock: MockWords
  demo: DemoWords
}

/** Every text of the command line, with words for every failure. */
export type Words = CommandsWords &
  FlagsWords &
  UsageWords &
  SignInWords &
  FilesWords &
  NetworkWords &
  SettingsWords &
  ExplainWords &
  ProgramsWords &
  MailWords &
  MockWords &
  DemoWords &
  Problems<keyof ProblemDetails>

export function compose(by: Subjects): Words {
  const { commands, flags, usage, signIn, files, network, settings, explain, programs, mail, mock, demo } = by
  return {
    ...commands,
    ...flags,
    ...usage,
    ...signIn,
    ...files,
    ...network,
    ...settings,
    ...explain,
    ...programs,
    ...mail,
    ...mock,
    ...demo,
    problems: {
      ...usage.problems,
      ...signIn.problems,
      ...files.problems,
      ...network.problems,
      ...mail.problems,
      ...mock.problems,
    },
    remedies: { ...signIn.remedies, ...files.remedies },
  }
}
