/**
 * The two streams. Standard output carries the result and nothing else (with `--json`, one document); everything a person
 * only watches goes to standard error. No foreign text comes here before `render/plain.ts` has been over it.
 */
import { coloured, uncoloured, wantsColour, type Page, type Style } from '../render/style.ts'
import { cut } from '../render/width.ts'
import type { Globals } from './globals.ts'
import { toJson } from './json.ts'

export type Stream = { write(text: string | Uint8Array): unknown; isTTY?: boolean; columns?: number }

/** A `Page` of its own for each stream: standard output's columns are at most 100, longer lines are hard to read. */
export type Output = Page & {
  /** Columns on standard error: what is no terminal gets every remark on one line. */
  readonly errorColumns: number
  readonly errorStyle: Style
  readonly json: boolean
  readonly verbose: boolean
  readonly progressOnTerminal: boolean
  /** The result, as text for a person. */
  result(lines: readonly string[]): void
  /** The result as bytes, exactly. */
  bytes(raw: Uint8Array): void
  /** The result as the one JSON document of this run; `schemaVersion` is put in front. */
  document(value: Readonly<Record<string, unknown>>): void
  /** Something worth knowing that is no result; silent with `--quiet`. */
  note(lines: readonly string[]): void
  /** Something that must be seen even with `--quiet`. */
  warn(lines: readonly string[]): void
  /** One line that is overwritten by the next and gone at the end; on a terminal only. `undefined` removes it. */
  progress(line: string | undefined): void
}

const defaultColumns = 80
const narrowest = 20
const widest = 100

export function createOutput(options: {
  stdout: Stream
  stderr: Stream
  globals: Globals
  env: Readonly<Record<string, string | undefined>>
}): Output {
  const { stdout, stderr, globals, env } = options
  const styleFor = (stream: Stream) =>
    wantsColour({ flag: globals.color, env, isTerminal: stream.isTTY === true }) ? coloured : uncoloured
  const progressOnTerminal = stderr.isTTY === true && env['TERM'] !== 'dumb' && !globals.quiet && !globals.verbose
  let progressing = false
  const endProgress = () => {
    if (progressing) stderr.write('\r\u001b[K')
    progressing = false
  }
  const write = (stream: Stream, lines: readonly string[]) => {
    endProgress()
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`)
  }
  return {
    columns: comfortable(stdout.columns || stderr.columns),
    copyColumns: stdout.columns ? Math.max(narrowest, stdout.columns) : Number.POSITIVE_INFINITY,
    errorColumns: stderr.isTTY ? comfortable(stderr.columns) : Number.POSITIVE_INFINITY,
    style: styleFor(stdout),
    errorStyle: styleFor(stderr),
    json: globals.json,
    verbose: globals.verbose,
    progressOnTerminal,
    result: (lines) => write(stdout, lines),
    bytes: (raw) => {
      endProgress()
      stdout.write(raw)
    },
    document: (value) => write(stdout, [toJson({ schemaVersion: 1, ...value })]),
    note: (lines) => {
      if (!globals.quiet) write(stderr, lines)
    },
    warn: (lines) => write(stderr, lines),
    progress: (line) => {
      if (!progressOnTerminal) return
      endProgress()
      if (line === undefined) return
      stderr.write(cut(line, (stderr.columns || defaultColumns) - 1))
      progressing = true
    },
  }
}

/** What is told on standard error is made for this. */
export function errorPage({ errorColumns: columns, errorStyle: style }: Output): Page {
  return { columns, copyColumns: columns, style }
}

/** A terminal that does not know its columns says so, or says 0. */
function comfortable(columns: number | undefined): number {
  return Math.min(widest, Math.max(narrowest, columns || defaultColumns))
}
