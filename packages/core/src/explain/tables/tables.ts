import { apple } from './apple.ts'
import { commandLine } from './command-line.ts'
import { devices } from './devices.ts'
import { graph } from './graph.ts'
import { identityPages } from './identity-pages.ts'
import { libraries } from './libraries.ts'
import { machineWords } from './machine-words.ts'
import { otherPrograms } from './other-programs.ts'
import { outlook } from './outlook.ts'
import { outlookNumbers } from './outlook-numbers.ts'
import type { Table } from './row.ts'
import { thunderbird } from './thunderbird.ts'

/** Every table of wordings and numbers that are no mail server's, but for those that many programs share. */
export const tables: readonly Table[] = [
  identityPages,
  graph,
  outlookNumbers,
  outlook,
  thunderbird,
  apple,
  otherPrograms,
  devices,
  libraries,
  commandLine,
  machineWords,
]
