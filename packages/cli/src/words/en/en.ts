/** The command line in English. */
import { compose, type Words } from '../words.ts'
import { commands } from './commands.ts'
import { demo } from './demo.ts'
import { explain } from './explain.ts'
import { files } from './files.ts'
import { flags } from './flags.ts'
import { mail } from './mail.ts'
import { mock } from './mock.ts'
import { network } from './network.ts'
import { programs } from './programs.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { usage } from './usage.ts'

export const en: Words = compose({
  commands,
  flags,
  usage,
  signIn,
  files,
  network,
  settings,
  explain,
  programs,
  mail,
  mock,
  demo,
})
