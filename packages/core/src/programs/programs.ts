import { commandLine } from './command-line.ts'
import { desktop } from './desktop.ts'
import { devices } from './devices.ts'
import { libraries } from './libraries.ts'
import { outlook } from './outlook.ts'
import { phones } from './phones.ts'
import type { Program } from './program.ts'

/**
 * What mail programs, phones, devices and libraries can do, as far as pages say it (docs/reference/programs.md). Nothing
 * here is from memory: a cell without a page is `unknown`.
 */
export const programs: readonly Program[] = [
  ...outlook,
  ...desktop,
  ...phones,
  ...commandLine,
  ...libraries,
  ...devices,
]
