/** Query parameters, checked like bodies: what cannot be understood is a mistake with its place. */
import type { Mistake } from '../config/mistake.ts'

export type Query = Record<string, string>

/** @returns the number, or the mistake */
export function numberIn(
  query: Query,
  name: string,
  range: { min: number; max: number; whole?: boolean },
  otherwise: number,
): number | Mistake {
  const text = query[name]
  if (text === undefined) return otherwise
  const number = /^\d{1,9}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  const { min, max, whole = false } = range
  if (number >= min && number <= max && (!whole || Number.isInteger(number))) return number
  return { path: `?${name}`, code: 'not-a-number-from', params: { min, max, whole } }
}

/** @returns the word, undefined if it was left out, or the mistake */
export function wordIn<Word extends string>(
  query: Query,
  name: string,
  words: readonly Word[],
): Word | Mistake | undefined {
  const text = query[name]
  if (text === undefined) return undefined
  return words.find((word) => word === text) ?? { path: `?${name}`, code: 'not-a-word', params: { words } }
}

export function isMistake(value: unknown): value is Mistake {
  return typeof value === 'object' && value !== null && 'path' in value
}
