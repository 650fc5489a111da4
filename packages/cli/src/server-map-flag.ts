import type { NextStep } from '@sparekey/core'
import type { Globals } from './globals.ts'

/** Steps to take, whose commands go where this run went: with a server map, its flag is added. */
export function withServerMap(steps: readonly NextStep[], globals: Globals): NextStep[] {
  return steps.map((step) =>
    step.command === undefined ? step : { ...step, command: commandWithServerMap(step.command, globals) },
  )
}

/** The same for one command; what is none of ours stays as it is. */
export function commandWithServerMap(command: string, { servers }: Globals): string {
  if (servers === undefined || !command.startsWith('sparekey ')) return command
  const path = /^[\w./:@%+,=-]+$/.test(servers) ? servers : `'${servers.replaceAll("'", String.raw`'\''`)}'`
  return `${command} --servers ${path}`
}
