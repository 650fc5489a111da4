/** The command line in this process: quick, for whatever needs no real streams, signals or bundle. */
import { Readable, Writable } from 'node:stream'
import { main } from '../main.ts'
import type { Run } from '@sparekey/testkit/process'
import type { RunOptions } from './run.ts'

type Options = Omit<RunOptions, 'cwd'> & {
  /** Gets what is told on standard error, as it is told. */
  hear?: ((text: string) => void) | undefined
  /** Somebody sits there, and types `stdin`. */
  terminal?: boolean
}

export async function runMain(
  args: readonly string[],
  { stdin = '', env = {}, hear, terminal = false }: Options = {},
): Promise<Run> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const into = (chunks: Buffer[], hear?: (text: string) => void) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk)
        hear?.(chunk.toString())
        done()
      },
    })
  const code = await main(args, {
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: terminal }) as NodeJS.ReadStream,
    stdout: into(out),
    stderr: Object.assign(into(err, hear), { isTTY: terminal }),
    env: { HOME: '/nonexistent', LANG: 'C.UTF-8', ...env },
    systemLocale: () => 'en',
    untilStopped: () => new Promise(() => undefined), // nothing stops it here
  })
  const bytes = Buffer.concat(out)
  return { code, stdout: bytes.toString(), stderr: Buffer.concat(err).toString(), bytes }
}
