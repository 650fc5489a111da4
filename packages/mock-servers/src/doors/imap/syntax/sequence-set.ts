/**
 * Sequence sets (RFC 3501, 9: sequence-set) over message numbers or UIDs. A range stays a range: `1:4294967295` costs
 * no more than `1`, and a set that names everything a thousand times costs no more than naming it once.
 */

/** `Infinity` means `*`. Either end may be the larger one. */
export type SequenceSet = readonly (readonly [number, number])[]

const maxNumber = 4_294_967_295
const maxRanges = 50_000

/** Reads `1,5:7,12:*`. `undefined` if it is none. */
export function parseSequenceSet(text: string): SequenceSet | undefined {
  const ranges: [number, number][] = []
  for (const item of text.split(',', maxRanges + 1)) {
    const [, first, last = first] = /^([1-9]\d{0,9}|\*)(?::([1-9]\d{0,9}|\*))?$/.exec(item) ?? []
    if (first === undefined || last === undefined) return undefined
    const range: [number, number] = [limit(first), limit(last)]
    if (range.some((end) => end > maxNumber && end !== Infinity)) return undefined
    ranges.push(range)
  }
  return ranges.length > maxRanges ? undefined : ranges
}

function limit(text: string): number {
  return text === '*' ? Infinity : Number(text)
}

/** Whether a set names a number above `exists`; in an empty folder `*` does too (RFC 3501, 9: seq-number). */
export function beyond(set: SequenceSet, exists: number): boolean {
  return exists === 0 || set.some((ends) => ends.some((end) => end > exists && end !== Infinity))
}

/** The message numbers of a set, ascending, each once; those above `exists` are left out. */
export function numbersIn(set: SequenceSet, exists: number): number[] {
  return rangesOf(set, exists).flatMap(([low, high]) => {
    const first = Math.max(low, 1)
    return Array.from({ length: Math.max(Math.min(high, exists) - first + 1, 0) }, (_, index) => first + index)
  })
}

/**
 * The message numbers (places counted from 1) of those UIDs that a set names, ascending, each once; an unknown UID names
 * nothing. `*` is the last of `uids`, which are ascending.
 */
export function numbersOfUids(set: SequenceSet, uids: readonly number[]): number[] {
  const numbers: number[] = []
  for (const [low, high] of rangesOf(set, uids.at(-1) ?? 0)) {
    for (let place = firstFrom(uids, low); place < uids.length && uids[place]! <= high; place++) numbers.push(place + 1)
  }
  return numbers
}

/** Tells whether a set names a number; worked out once for many numbers. */
export function membership(set: SequenceSet, largest: number): (number: number) => boolean {
  const ranges = rangesOf(set, largest)
  const highs = ranges.map(([, high]) => high)
  return (number) => {
    const range = ranges[firstFrom(highs, number)]
    return range !== undefined && range[0] <= number
  }
}

/** Ascending and apart from each other, with `*` meaning `largest`. */
function rangesOf(set: SequenceSet, largest: number): [number, number][] {
  const sorted = set
    .map(([a, b]): [number, number] => {
      const [first, last] = [a === Infinity ? largest : a, b === Infinity ? largest : b]
      return first < last ? [first, last] : [last, first]
    })
    .toSorted(([a], [b]) => a - b)
  const merged: [number, number][] = []
  for (const [low, high] of sorted) {
    const previous = merged.at(-1)
    if (previous && low <= previous[1] + 1) previous[1] = Math.max(previous[1], high)
    else merged.push([low, high])
  }
  return merged
}

/** The first place in ascending numbers that holds at least `number`. */
function firstFrom(ascending: readonly number[], number: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}
