import { plainLines } from '../../render/plain.ts'

/** As text, some hundred megabytes are several times as much. */
const pieceBytes = 1024 * 1024

/** A message's bytes for a terminal: all its lines made plain, some thousand at a time. */
export function* renderRaw(bytes: Buffer, most = pieceBytes): Generator<string[]> {
  for (let at = 0; at < bytes.length;) {
    const lineEnd = at + most >= bytes.length ? -1 : bytes.indexOf('\n', at + most)
    const end = lineEnd < 0 ? bytes.length : lineEnd
    yield plainLines(bytes.toString('utf8', at, bytes[end - 1] === 0x0d && lineEnd >= 0 ? end - 1 : end))
    at = end + 1
  }
}
