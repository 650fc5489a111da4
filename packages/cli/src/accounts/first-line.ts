/** The first line of a stream, as it came, without its line end; the rest is not waited for. */
import { Failure } from '../failure/failure.ts'

const longestLine = 64 * 1024
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads up to the first line feed (a CR before it belongs to the line end) or to the end of the stream.
 *
 * @returns `undefined` if the stream ends before it says anything. Throws `bad-secret` if it goes on for 64 KiB without a
 * line end, or is not in UTF-8: decoded all the same, it would be another secret.
 */
export async function firstLine(stream: AsyncIterable<Uint8Array | string>): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const given of stream) {
    const chunk = typeof given === 'string' ? Buffer.from(given) : given
    const end = chunk.indexOf(0x0a)
    const part = end < 0 ? chunk : chunk.subarray(0, end)
    chunks.push(part)
    length += part.length
    if (length > longestLine) throw new Failure('bad-secret', {})
    if (end >= 0) return textOf(chunks)
  }
  return length === 0 ? undefined : textOf(chunks)
}

function textOf(chunks: readonly Uint8Array[]): string {
  try {
    return utf8.decode(Buffer.concat(chunks)).replace(/\r$/, '')
  } catch {
    throw new Failure('bad-secret', {})
  }
}
