/** The commands of the next steps, ready to be pasted: they go where this run went. */
import type { NextStep } from '@sparekey/core'

/** The server map of the run, if it has one. */
type Run = { readonly servers?: string }

/** Steps to take, whose commands name the server map of the run and, if it is known, the address. */
export function withServerMap(steps: readonly NextStep[], run: Run, address?: string): NextStep[] {
  return steps.map((step) => {
    if (step.command === undefined) return step
    const command = address === undefined ? step.command : step.command.replace(/\bADDRESS\b/, () => shellWord(address))
    return { ...step, command: commandWithServerMap(command, run) }
  })
}

/** One command with the server map of the run; what is none of ours stays as it is. */
export function commandWithServerMap(command: string, { servers }: Run): string {
  if (servers === undefined || !command.startsWith('sparekey ')) return command
  return `${command} --servers ${shellWord(servers)}`
}

/** A word as a POSIX shell reads it back: as it is where that is safe, else in single quotes. */
export function shellWord(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
