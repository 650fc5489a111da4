/** The command line in this process: quick, for whatever needs no real streams, signals or bundle. */
import { Readable, Writable } from 'node:stream'
import { main } from '../main.ts'
import type { Run, RunOptions } from './run.ts'

/** `hear` gets what is told on standard error, as it is told. */
type Options = Omit<RunOptions, 'cwd'> & { hear?: ((text: string) => void) | undefined }

export async function runMain(args: readonly string[], { stdin = '', env = {}, hear }: Options = {}): Promise<Run> {
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
    stdin: Readable.from([Buffer.from(stdin)]) as NodeJS.ReadStream,
    stdout: into(out),
    stderr: into(err, hear),
    env: { HOME: '/nonexistent', LANG: 'C.UTF-8', ...env },
    systemLocale: () => 'en',
    untilStopped: () => new Promise(() => undefined), // nothing stops it here
  })
  const bytes = Buffer.concat(out)
  return { code, stdout: bytes.toString(), stderr: Buffer.concat(err).toString(), bytes }
}
