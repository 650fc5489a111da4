/**
 * The flags that every command takes, wherever they stand: `sparekey --json settings X` and `sparekey settings X --json`
 * are the same. They are taken out of the arguments before the commands' own flags are parsed.
 */
import type { Globals } from '../run/globals.ts'
import { languages, type Words } from '../words/words.ts'

/** What is wrong with a global flag; the words come from the messages. */
export type GlobalMistake =
  | { kind: 'value-missing'; flag: string }
  | { kind: 'value-unexpected'; flag: string }
  | { kind: 'bad-language'; input: string }
  | { kind: 'bad-timeout'; input: string }

/** Seconds for one network step; the longest that makes sense to wait for. */
const defaultTimeout = 30
const longestTimeout = 600

type Apply = (globals: Globals, value: string) => GlobalMistake | undefined
type GlobalFlagName = keyof Words['globals']
type GlobalFlag = { placeholder?: string; alias?: string; apply: Apply }

const flags = {
  '--json': { apply: (globals) => void (globals.json = true) },
  '--lang': { placeholder: 'en|ja', apply: setLanguage },
  '--no-color': { apply: (globals) => void (globals.color = false) },
  '--no-input': { apply: (globals) => void (globals.input = false) },
  '--quiet': { alias: '-q', apply: (globals) => void (globals.quiet = true) },
  '--verbose': { alias: '-v', apply: (globals) => void (globals.verbose = true) },
  '--servers': { placeholder: 'FILE', apply: (globals, value) => void (globals.servers = value) },
  '--allow-remote-servers': { apply: (globals) => void (globals.allowRemoteServers = true) },
  '--timeout': { placeholder: 'SECONDS', apply: setTimeoutSeconds },
  '--help': { alias: '-h', apply: (globals) => void (globals.help = true) },
  '--version': { alias: '-V', apply: (globals) => void (globals.version = true) },
} as const satisfies Record<GlobalFlagName, GlobalFlag>

/** For the help page: each flag with its short form and what it takes. */
export const globalFlags: readonly { name: GlobalFlagName; alias?: string; placeholder?: string }[] = Object.entries(
  flags as Record<string, GlobalFlag>,
).map(([name, { alias, placeholder }]) => ({
  name: name as GlobalFlagName,
  ...(alias === undefined ? {} : { alias }),
  ...(placeholder === undefined ? {} : { placeholder }),
}))

/**
 * Takes the global flags out of the arguments; everything after `--` is left alone. Mistakes are collected, so that all
 * that could be read (the language, `--json`) already holds when they are told.
 *
 * @returns `rest`: the command, its own flags and arguments, in order
 */
export function takeGlobals(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { globals: Globals; rest: string[]; mistakes: GlobalMistake[] } {
  const globals: Globals = {
    json: false,
    color: true,
    input: !isSet(env['CI']),
    quiet: false,
    verbose: false,
    help: false,
    version: false,
    allowRemoteServers: false,
    ...(env['SPAREKEY_SERVERS'] ? { servers: env['SPAREKEY_SERVERS'] } : {}),
    timeoutSeconds: defaultTimeout,
  }
  const rest: string[] = []
  const mistakes: GlobalMistake[] = []
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index]!
    if (argument === '--') {
      rest.push(...argv.slice(index))
      break
    }
    const { name, value } = split(argument)
    const flag = find(name)
    if (flag === undefined) {
      // Stricli reads `--name=value` only if the value is one line and not empty; two arguments always work.
      if (value !== undefined && !/^.+$/.test(value)) rest.push(name, value)
      else rest.push(argument)
      continue
    }
    let given = value
    if (flag.placeholder === undefined) {
      if (given !== undefined) mistakes.push({ kind: 'value-unexpected', flag: name })
    } else {
      const next = argv[index + 1]
      if (given === undefined && next !== undefined && find(split(next).name) === undefined) {
        given = next
        index++
      }
      if (given === undefined || given === '') {
        mistakes.push({ kind: 'value-missing', flag: name })
        continue
      }
    }
    const mistake = flag.apply(globals, given ?? '')
    if (mistake) mistakes.push(mistake)
  }
  return { globals, rest, mistakes }
}

function find(name: string): GlobalFlag | undefined {
  const table: Record<string, GlobalFlag> = flags
  if (Object.hasOwn(table, name)) return table[name]
  return Object.values(table).find(({ alias }) => alias === name)
}

function split(argument: string): { name: string; value?: string } {
  const equals = argument.startsWith('--') ? argument.indexOf('=') : -1
  if (equals < 0) return { name: argument }
  return { name: argument.slice(0, equals), value: argument.slice(equals + 1) }
}

function setLanguage(globals: Globals, input: string): GlobalMistake | undefined {
  const language = languages.find((known) => known === input.toLowerCase())
  if (language === undefined) return { kind: 'bad-language', input }
  globals.lang = language
  return undefined
}

function setTimeoutSeconds(globals: Globals, input: string): GlobalMistake | undefined {
  const seconds = /^\d+(?:\.\d+)?$/.test(input) ? Number(input) : 0
  if (seconds <= 0 || seconds > longestTimeout) return { kind: 'bad-timeout', input }
  globals.timeoutSeconds = seconds
  return undefined
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== '0' && variable.toLowerCase() !== 'false'
}
