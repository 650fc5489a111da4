import { takeGlobals } from '../command-line/globals.ts'
import { createOutput } from '../run/output.ts'

const nowhere = { write: () => true }

/** An output of so many columns that leads nowhere. */
export const outputOf = (columns: number) =>
  createOutput({ stdout: { ...nowhere, columns }, stderr: nowhere, globals: takeGlobals([], {}).globals, env: {} })
