import type { Context } from 'hono'
import { describeMistake, toldMistake } from '../../config/describe-mistake.ts'
import type { Mistake } from '../../config/mistake.ts'
import { problem } from '../problem.ts'

/** What is wrong with a request, all of it: each mistake as data, and in English. */
export function mistaken(context: Context, mistakes: readonly Mistake[]): Response {
  const detail = mistakes.map((mistake) => describeMistake(mistake, 'en')).join('; ')
  return problem(context, 422, detail, { mistakes: mistakes.map(toldMistake) })
}
