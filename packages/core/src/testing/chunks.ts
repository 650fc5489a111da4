/** Cuts bytes into pieces of the given sizes (0 gives an empty piece), as a network might. Not part of the product. */
export function chunks(bytes: Buffer, sizes: Iterable<number>): Buffer[] {
  const pieces: Buffer[] = []
  let at = 0
  for (const size of sizes) {
    if (at >= bytes.length) break
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return at < bytes.length ? [...pieces, bytes.subarray(at)] : pieces
}
