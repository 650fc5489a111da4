/** Colour and weight, on a terminal that wants them; without it every function gives its text back as it is. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const

export type Style = Readonly<Record<keyof typeof codes, (text: string) => string>>

/** What lines are made for: so many columns, and colours or none. */
export type Page = {
  readonly columns: number
  /** For what is there to be copied: what is no terminal gets a command on one line. */
  readonly copyColumns: number
  readonly style: Style
}

const decorate = (enabled: boolean): Style =>
  Object.fromEntries(
    Object.entries(codes).map(([name, [on, off]]) => [
      name,
      (text: string) => (enabled && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text),
    ]),
  ) as Style

export const coloured: Style = decorate(true)
export const uncoloured: Style = decorate(false)

/**
 * Whether a stream gets colour: `--no-color` forbids it, `FORCE_COLOR` (or `CLICOLOR_FORCE`) asks for it, a non-empty `NO_COLOR` and
 * `TERM=dumb` forbid it, and otherwise only a terminal gets it.
 */
export function wantsColour(options: {
  flag: boolean
  env: Readonly<Record<string, string | undefined>>
  isTerminal: boolean
}): boolean {
  const { flag, env, isTerminal } = options
  if (!flag) return false
  const forced = env['FORCE_COLOR'] ?? env['CLICOLOR_FORCE']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR'] || env['TERM'] === 'dumb') return false
  return isTerminal
}
