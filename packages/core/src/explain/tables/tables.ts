import { apple } from './apple.ts'
import { commandLine } from './command-line.ts'
import { commonRefusals } from './common-refusals.ts'
import { commonTroubles } from './common-troubles.ts'
import { commonWords } from './common-words.ts'
import { commonWordsAsia } from './common-words-asia.ts'
import { commonWordsEurope } from './common-words-europe.ts'
import { devices } from './devices.ts'
import { graph } from './graph.ts'
import { identityPages } from './identity-pages.ts'
import { libraries } from './libraries.ts'
import { machineWords } from './machine-words.ts'
import { mailCore } from './mailcore.ts'
import { numbersAlone } from './numbers-alone.ts'
import { otherPrograms } from './other-programs.ts'
import { outlook } from './outlook.ts'
import { outlookNumbers } from './outlook-numbers.ts'
import type { Table } from './row.ts'
import { serverWords } from './server-words.ts'
import { terms } from './terms.ts'
import { thunderbird } from './thunderbird.ts'

/** The wordings and numbers that tell something by themselves. */
export const tables: readonly Table[] = [
  serverWords,
  identityPages,
  graph,
  outlookNumbers,
  outlook,
  thunderbird,
  apple,
  otherPrograms,
  devices,
  libraries,
  mailCore,
  commandLine,
  machineWords,
]

/** Those that many programs or causes share: they count only where nothing before them tells anything. */
export const lastTables: readonly (readonly Table[])[] = [
  [terms],
  [commonWords, commonRefusals, commonTroubles, commonWordsEurope, commonWordsAsia],
  [numbersAlone],
]
