/** Files that a person names on the command line, read whole. A pipe is as good as a file; neither may be endless. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { Failure } from '../failure/failure.ts'

/** What Microsoft's servers take as one message (SIZE 157286400). */
const largest = 157_286_400

type InputOptions = {
  /** Read for `-`. */
  stdin?: Readable
  /** The beginning is enough, if it has so many octets. */
  enough?: number
}

/** Throws `file-missing` or `file-unreadable`. */
export async function readInputFile(path: string, { stdin, enough }: InputOptions = {}): Promise<Buffer> {
  try {
    return await readAll(path === '-' && stdin ? stdin : createReadStream(path), enough)
  } catch (error) {
    const word = wordOf(error)
    const code = word === 'ENOENT' || word === 'ENOTDIR' ? 'file-missing' : 'file-unreadable'
    throw new Failure(code, { path, word }, error)
  }
}

/** All of a stream, or enough of it. Throws `EFBIG` if it is larger than any message may be. */
export async function readAll(stream: Readable, enough = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= enough) break
    if (length > largest) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
  }
  return Buffer.concat(chunks)
}

function wordOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
