import { describe, expect, it } from 'vitest'
import { createOutput } from './output.ts'
import { takeGlobals } from '../command-line/globals.ts'

type Terminal = { isTTY?: boolean; columns?: number }

function output(argv: string[], stderr: Terminal = {}, stdout: Terminal = {}) {
  const written = { stdout: '', stderr: '' }
  const out = createOutput({
    stdout: { ...stdout, write: (text) => (written.stdout += String(text)) },
    stderr: { ...stderr, write: (text) => (written.stderr += String(text)) },
    globals: takeGlobals(argv, {}).globals,
    env: {},
  })
  return { out, written }
}

describe('output', () => {
  it('keeps results and remarks apart', () => {
    const { out, written } = output([])
    out.result(['result'])
    out.note(['remark'])
    expect(written).toEqual({ stdout: 'result\n', stderr: 'remark\n' })
  })

  it('drops remarks with --quiet, but not warnings', () => {
    const { out, written } = output(['--quiet'])
    out.note(['remark'])
    out.warn(['warning'])
    expect(written.stderr).toBe('warning\n')
  })

  it.each([
    [undefined, 80],
    [0, 80],
    [12, 20],
    [90, 90],
    [200, 100],
  ])('writes for a terminal of %j columns in %i', (given, columns) => {
    const terminal = { isTTY: true, ...(given !== undefined && { columns: given }) }
    const { out } = output([], terminal, terminal)
    expect([out.columns, out.errorColumns]).toEqual([columns, columns])
  })

  it('takes the columns of standard error where standard output has none', () => {
    for (const columns of [undefined, 0]) {
      const { out } = output([], { isTTY: true, columns: 60 }, columns === undefined ? {} : { columns })
      expect(out.columns).toBe(60)
    }
  })

  it('shows progress on a terminal only, and takes it away before anything else is written', () => {
    const pipe = output([])
    pipe.out.progress('working')
    expect(pipe.written.stderr).toBe('')
    const terminal = output([], { isTTY: true })
    terminal.out.progress('working')
    terminal.out.result(['done'])
    expect(terminal.written).toEqual({ stdout: 'done\n', stderr: 'working\r\u001b[K' })
  })
})
