import { buildCommand, type Command, type TypedCommandParameters } from '@stricli/core'
import type { Context } from '../run/context.ts'
import type { Words } from '../words/words.ts'

/** What Stricli runs a command with. */
export type CliContext = Context & { readonly process: { stdout: Sink; stderr: Sink } }
type Sink = { write: (text: string) => void }

/** A command as the command line knows it before it is run. */
export type CommandSpec = {
  /** For the help, as a person would type them: plain ones first. */
  examples: readonly [string, ...string[]]
  /** Its arguments are somebody else's words, which may look like flags. */
  takesText?: true
  /** The shape of its flags and arguments, which the parser accepts and the help shows, in the words of one language. */
  in(say: Words): Command<CliContext>
}

/** Stricli gives a command its context as `this`; ours are plain functions, loaded when they run. */
export function command<
  Flags extends Readonly<Record<string, unknown>>,
  Given extends readonly (string | undefined)[],
>(definition: {
  docs: { readonly brief: string }
  load: () => Promise<(context: Context, flags: Flags, ...given: Given) => Promise<void>>
  parameters: NoInfer<TypedCommandParameters<Flags, Given, CliContext>>
}): Command<CliContext> {
  const { docs, load, parameters } = definition
  return buildCommand<Flags, Given, CliContext>({
    docs,
    parameters,
    loader: async () => {
      const run = await load()
      return function (flags, ...given) {
        return run(this, flags, ...given)
      }
    },
  })
}
