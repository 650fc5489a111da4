/** Cuts octets into pieces of these sizes and a rest, as a network might; a size of 0 gives an empty piece. */
export function chunks(octets: Buffer, sizes: Iterable<number>): Buffer[] {
  const pieces: Buffer[] = []
  let at = 0
  for (const size of sizes) {
    if (at >= octets.length) break
    pieces.push(octets.subarray(at, at + size))
    at += size
  }
  return at < octets.length ? [...pieces, octets.subarray(at)] : pieces
}
