import { programsNamed, type Program } from '@sparekey/core'
import type { Words } from '../words/words.ts'
import { usageFailure } from '../failure/failure.ts'

/** More names than these help nobody to choose. */
const maxNames = 12

/** The program that a flag names, by its id or by its name in either language. */
export function programFor(text: string, say: Words): Program {
  const found = programsNamed(text)
  const [program, ...others] = found
  if (program !== undefined && others.length === 0) return program
  const ids = found.slice(0, maxNames).map(({ id }) => id)
  throw usageFailure(ids.length === 0 ? say.programs.unknown(text) : say.programs.several(text, ids))
}
