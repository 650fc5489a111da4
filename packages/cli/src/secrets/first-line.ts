/** The first line of a stream, as the bytes came, without its line end; the rest is not waited for. */
const longestLine = 64 * 1024

/**
 * Reads up to the first line feed (a CR before it belongs to the line end) or to the end of the stream.
 *
 * @returns `undefined` if the stream ends before it says anything, or goes on for 64 KiB without a line end
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
    if (length > longestLine) return undefined
    if (end >= 0) return textOf(chunks)
  }
  return length === 0 ? undefined : textOf(chunks)
}

function textOf(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString('utf8').replace(/\r$/, '')
}
