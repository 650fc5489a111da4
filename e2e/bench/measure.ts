import { performance } from 'node:perf_hooks'

/** How long `work` takes, in milliseconds. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >>> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Runs two kinds of work in turn, A B A B …, so that a machine whose speed drifts favours neither: the medians. */
export async function inTurn(
  rounds: number,
  a: () => unknown,
  b: () => unknown,
): Promise<{ a: number; b: number; ratio: number }> {
  const times = { a: [] as number[], b: [] as number[] }
  await a()
  await b()
  for (let round = 0; round < rounds; round++) {
    times.a.push(await milliseconds(a))
    times.b.push(await milliseconds(b))
  }
  const ratios = times.a.map((time, round) => time / times.b[round]!)
  return { a: median(times.a), b: median(times.b), ratio: median(ratios) }
}
