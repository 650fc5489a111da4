/** The address that a door listens on, as a name that somebody connects to. */

/** The address that means all of the machine's is no name anybody connects to. */
export function addressable(host: string): string[] {
  return isUnspecified(host) ? [] : [host]
}

export function isUnspecified(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}
