import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The command line as other programs meet it: a process with arguments, standard input and an exit code. */
export type Run = { code: number | null; stdout: string; stderr: string; bytes: Buffer }

const bin = join(dirname(createRequire(import.meta.url).resolve('sparekey/package.json')), 'bin', 'sparekey.js')

/** Starts `sparekey` without waiting for its end; the caller ends it. */
export function startSparekey(args: readonly string[], options: { env?: NodeJS.ProcessEnv } = {}) {
  return spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', LANG: 'C.UTF-8', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Runs `sparekey` to its end. `stdin` is all it may read; nothing of it is a terminal. */
export function sparekey(
  args: readonly string[],
  options: { stdin?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  return finished(startSparekey(args, options), options.stdin)
}

/** Gives a process all that it may read and waits for its end. */
export async function finished(child: ChildProcessWithoutNullStreams, stdin: string | Buffer = ''): Promise<Run> {
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

/** What a stream has said once it matches; rejects with all that was said if the process ends before. */
export async function heard(
  stream: NodeJS.ReadableStream,
  pattern: RegExp,
  end: Promise<Run>,
): Promise<RegExpExecArray> {
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
