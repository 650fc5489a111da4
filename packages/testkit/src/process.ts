/** Programs as other programs meet them: arguments and standard input in, two streams and an exit code out. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'

export type Run = { code: number | null; stdout: string; stderr: string; bytes: Buffer }

export type StartOptions = { env?: NodeJS.ProcessEnv; cwd?: string }

/** Starts a program. Nothing of the tester's environment comes through but the path; the language is English. */
export function start(
  program: string,
  args: readonly string[],
  { env, cwd }: StartOptions = {},
): ChildProcessWithoutNullStreams {
  return spawn(program, args, {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', LANG: 'C.UTF-8', ...env },
    cwd,
    stdio: 'pipe',
  })
}

/** Runs a program to its end; `stdin` is all it may read, and nothing of it is a terminal. */
export function run(
  program: string,
  args: readonly string[],
  { stdin, ...options }: StartOptions & { stdin?: string | Buffer | undefined } = {},
): Promise<Run> {
  return ended(start(program, args, options), stdin)
}

/** Gives a process all that it may read, waits for its end, and gives all that it wrote. */
export async function ended(child: ChildProcessWithoutNullStreams, stdin: string | Buffer = ''): Promise<Run> {
  child.stdin.on('error', () => undefined) // it may end before it has read everything
  child.stdin.end(stdin)
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

/** The match once what a stream says matches; rejects with all that was said if the process ends before. */
export function heard(stream: NodeJS.ReadableStream, pattern: RegExp, end: Promise<unknown>): Promise<RegExpExecArray> {
  let text = ''
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const match = pattern.exec(text)
      if (match) resolve(match)
    })
    end.then(() => reject(new Error(`it ended, and said: ${text}`)), reject)
  })
}
