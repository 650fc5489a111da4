import type { Language } from '../words/words.ts'

/** What the flags and the environment wish of the run as a whole. */
export type Globals = {
  json: boolean
  color: boolean
  input: boolean
  quiet: boolean
  verbose: boolean
  help: boolean
  version: boolean
  allowRemoteServers: boolean
  lang?: Language
  servers?: string
  timeoutSeconds: number
}
