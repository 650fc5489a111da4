/** The built command as a process, as other programs meet it. */
import { fileURLToPath } from 'node:url'
import { run as runProgram, start as startProgram, type Run, type StartOptions } from '@sparekey/testkit/process'

export type RunOptions = StartOptions & { stdin?: string | Buffer }

const bin = fileURLToPath(new URL('../../bin/sparekey.js', import.meta.url))

export function start(args: readonly string[], options?: StartOptions) {
  return startProgram(process.execPath, [bin, ...args], options)
}

/** `stdin` is all it may read; nothing of it is a terminal. */
export function run(args: readonly string[], options?: RunOptions): Promise<Run> {
  return runProgram(process.execPath, [bin, ...args], options)
}
