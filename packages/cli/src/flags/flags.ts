/** The kinds of flags and arguments of which commands make their own. */
import type { Protocol } from '@sparekey/core'
import type { Words } from '../words/words.ts'

const asTyped = (input: string) => input

export const noArguments = { kind: 'tuple', parameters: [] } as const

export const argument = (placeholder: keyof Words['arguments'], say: Words) =>
  ({
    kind: 'tuple',
    parameters: [{ brief: say.arguments[placeholder], placeholder, parse: asTyped }],
  }) as const

/** Arguments that make one text. */
export const texts = (placeholder: keyof Words['arguments'], say: Words) =>
  ({
    kind: 'array',
    parameter: { brief: say.arguments[placeholder], placeholder, parse: asTyped },
  }) as const

/** As `argument`, for a command that can do something without it. */
export const optionalArgument = (placeholder: keyof Words['arguments'], say: Words) =>
  ({
    kind: 'tuple',
    parameters: [{ brief: say.arguments[placeholder], placeholder, parse: asTyped, optional: true }],
  }) as const

export const required = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: asTyped, brief, placeholder }) as const

export const optional = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: asTyped, optional: true, brief, placeholder }) as const

export const repeatable = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: asTyped, optional: true, variadic: true, brief, placeholder }) as const

export const toggle = (brief: string) => ({ kind: 'boolean', brief, default: false, withNegated: false }) as const

/** @param words what may stand there besides a date */
export const date = (brief: string, say: Words, ...words: readonly string[]) =>
  ({
    kind: 'parsed',
    optional: true,
    brief,
    placeholder: 'DATE',
    parse: (input: string) => {
      if (words.includes(input) || isDay(input)) return input
      throw new Error(say.usage.notADate(input))
    },
  }) as const

/** @param known the protocols to choose from */
const protocolIn =
  <P extends Protocol>(known: readonly P[], say: Words) =>
  (input: string): P => {
    const typed = input.toLowerCase()
    const name = typed === 'pop' ? 'pop3' : typed
    const found = known.find((protocol) => protocol === name)
    if (found === undefined) throw new Error(say.usage.notOneOf(input, known))
    return found
  }

export const protocols = (say: Words) =>
  ({
    kind: 'parsed',
    parse: protocolIn(['pop3', 'imap', 'smtp'], say),
    optional: true,
    variadic: true,
    brief: say.flags.protocol,
    placeholder: 'PROTOCOL',
  }) as const

/** The protocol of a mailbox, where one is needed. */
export const mailProtocol = (say: Words) =>
  ({
    kind: 'parsed',
    parse: protocolIn(['imap', 'pop3'], say),
    default: 'imap',
    brief: say.flags.mailProtocol,
    placeholder: 'PROTOCOL',
  }) as const

/** The first name that stands twice among names of which each may stand once. */
export function repeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index)
}

function isDay(input: string): boolean {
  const instant = new Date(`${input}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(input) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(input)
}
