/** Cuts octets into pieces of these sizes and a rest, as a network might; a size of 0 gives an empty piece. */
export function pieces(octets: Buffer, sizes: Iterable<number>): Buffer[] {
  const cut: Buffer[] = []
  let at = 0
  for (const size of sizes) {
    if (at >= octets.length) break
    cut.push(octets.subarray(at, at + size))
    at += size
  }
  return at < octets.length ? [...cut, octets.subarray(at)] : cut
}
