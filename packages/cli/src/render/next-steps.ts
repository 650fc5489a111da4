import type { NextStep } from '@sparekey/core'
import type { Globals } from '../command-line/globals.ts'

/** Steps to take, whose commands go where this run went: with a server map, its flag is added. */
export function withServerMap(steps: readonly NextStep[], globals: Globals, address?: string): NextStep[] {
  return steps.map((step) => {
    if (step.command === undefined) return step
    const command = address === undefined ? step.command : step.command.replace(/\bADDRESS\b/, () => shellWord(address))
    return { ...step, command: commandWithServerMap(command, globals) }
  })
}

/** The same for one command; what is none of ours stays as it is. */
export function commandWithServerMap(command: string, { servers }: Globals): string {
  if (servers === undefined || !command.startsWith('sparekey ')) return command
  return `${command} --servers ${shellWord(servers)}`
}

function shellWord(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
