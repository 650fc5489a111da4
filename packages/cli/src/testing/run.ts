/** The command line as a process, as the built bundle: arguments and standard input in, two streams and a code out. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Run = { code: number | null; stdout: string; stderr: string; bytes: Buffer }
export type RunOptions = { stdin?: string | Buffer; env?: NodeJS.ProcessEnv; cwd?: string }

const bin = fileURLToPath(new URL('../../bin/sparekey.js', import.meta.url))

/** Nothing of the tester's environment comes through but the path; the language is English unless `env` says otherwise. */
export function start(args: readonly string[], { env, cwd }: Omit<RunOptions, 'stdin'> = {}) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', LANG: 'C.UTF-8', ...env },
    cwd,
    stdio: 'pipe',
  })
  child.stdin.on('error', () => undefined) // it may end before it has read everything
  return child
}

export async function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = start(args, options)
  child.stdin.end(options.stdin ?? '')
  return ended(child)
}

/** Waits for the end, and gives all that was written. */
export async function ended(child: ReturnType<typeof start>): Promise<Run> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const bytes = Buffer.concat(out)
  return { code, stdout: bytes.toString(), stderr: Buffer.concat(err).toString(), bytes }
}
