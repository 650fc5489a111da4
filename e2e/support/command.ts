import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { run, start, type Run, type StartOptions } from '@sparekey/testkit/process'

const bin = join(dirname(createRequire(import.meta.url).resolve('sparekey/package.json')), 'bin', 'sparekey.js')

/** Starts the built command, as other programs meet it, without waiting for its end; the caller ends it. */
export function startSparekey(args: readonly string[], options?: StartOptions) {
  return start(process.execPath, [bin, ...args], options)
}

/** Runs the built command to its end. `stdin` is all it may read; nothing of it is a terminal. */
export function sparekey(
  args: readonly string[],
  options?: StartOptions & { stdin?: string | Buffer | undefined },
): Promise<Run> {
  return run(process.execPath, [bin, ...args], options)
}
