import { expect, it } from 'vitest'
import { takeGlobals } from '../command-line/globals.ts'
import { createOutput } from './output.ts'

const written = (argv: string[], env: Record<string, string>, isTTY: boolean) => {
  let text = ''
  const stream = { isTTY, columns: 80, write: (more: string | Uint8Array) => (text += String(more)) }
  const out = createOutput({ stdout: stream, stderr: stream, globals: takeGlobals(argv, {}).globals, env })
  out.progress('working')
  out.progress(undefined)
  return [out.progressOnTerminal, text]
}

it.each<[string, string[], Record<string, string>, boolean, boolean]>([
  ['a terminal', [], {}, true, true],
  ['a terminal, with --json', ['--json'], {}, true, true],
  ['a terminal that is dumb', [], { TERM: 'dumb' }, true, false],
  ['a terminal, with --quiet', ['--quiet'], {}, true, false],
  ['a terminal, with --verbose', ['--verbose'], {}, true, false],
  ['no terminal', [], {}, false, false],
])(
  'progress is shown on a terminal that can take it back, and not beside other remarks: %s',
  (_, argv, env, isTTY, shown) => {
    expect(written(argv, env, isTTY)).toEqual([shown, shown ? 'working\r\u001b[K' : ''])
  },
)
