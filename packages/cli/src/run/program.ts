import { programInUse, programs, programsNamed, type About, type Program } from '@sparekey/core'
import type { Words } from '../words/words.ts'
import { usageFailure } from '../failure/failure.ts'
import { similarTo } from '../failure/similar.ts'

/** More names than these help nobody to choose. */
const maxNames = 12

/** The program that a flag names, by its id or by its name in either language. */
export function programFor(text: string, say: Words): Program {
  const found = programsNamed(text)
  const [program, ...others] = found
  if (program !== undefined && others.length === 0) return program
  const ids = found.slice(0, maxNames).map(({ id }) => id)
  if (ids.length > 0) throw usageFailure(say.programs.several(text, ids))
  const similar = similarTo(
    text,
    programs.map(({ id }) => id),
  )
  throw usageFailure(say.usage.unknownProgram(text, similar))
}

/** The same, as the explanation of a code takes it. */
export function programInWords(text: string, say: Words): NonNullable<About['program']> {
  return programInUse(programFor(text, say), undefined, 'unknown')
}
