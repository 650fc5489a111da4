/** The next steps as they are taken from here: they lead where this run went, to its servers and its pages. */
import type { AccountKind, Network, NextStep } from '@sparekey/core'

/** What a run leaves for whoever goes on from it. */
export type Run = {
  /** The server map of the run, if it has one. */
  readonly globals: { readonly servers?: string }
  /** The servers of the run, once they are known. */
  readonly network?: Pick<Network, 'pageFor'>
  /** Whose mailbox it is about, once that is known. */
  readonly address?: string
  /** Whose account that is, once that is known. */
  readonly account?: AccountKind
}

/**
 * Steps whose commands name the server map of the run and, if it is known, the address; and whose pages are the map's: with
 * a map, nobody is sent to a real page. A page that the map does not have is left out.
 */
export function stepsFromHere(steps: readonly NextStep[], run: Run): NextStep[] {
  const { address } = run
  return steps.map(({ text, url, command }) => {
    const page = url === undefined ? undefined : pageHere(url, run)
    const named = address === undefined ? command : command?.replace(/\bADDRESS\b/, () => shellWord(address))
    return {
      text,
      ...(page !== undefined && { url: page }),
      ...(named !== undefined && { command: commandWithServerMap(named, run.globals) }),
    }
  })
}

/** One command with the server map of the run, which `mock` writes; what is none of ours stays as it is. */
export function commandWithServerMap(command: string, { servers }: Run['globals']): string {
  if (servers === undefined || !command.startsWith('sparekey ')) return command
  if (command.startsWith('sparekey mock ')) return command.replace(/\bFILE\b/, () => shellWord(servers))
  return `${command} --servers ${shellWord(servers)}`
}

/** A word as a POSIX shell reads it back: as it is where that is safe, else in single quotes. */
export function shellWord(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** As long as a map is not read, none of its pages is known. */
function pageHere(url: string, { globals, network }: Run): string | undefined {
  if (network === undefined) return globals.servers === undefined ? url : undefined
  try {
    return network.pageFor(url)
  } catch {
    return undefined
  }
}
