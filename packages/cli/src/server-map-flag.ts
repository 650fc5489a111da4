import type { NextStep } from '@sparekey/core'
import type { Globals } from './globals.ts'

/** Steps to take, whose commands go where this run went: with a server map, its flag is added. */
export function withServerMap(steps: readonly NextStep[], { servers }: Globals): NextStep[] {
  if (servers === undefined) return [...steps]
  const path = /^[\w./:@%+,=-]+$/.test(servers) ? servers : `'${servers.replaceAll("'", String.raw`'\''`)}'`
  return steps.map((step) =>
    step.command?.startsWith('sparekey ') ? { ...step, command: `${step.command} --servers ${path}` } : step,
  )
}
