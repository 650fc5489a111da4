/** Which flags a message can carry: the system flags and `$MDNSent`; Microsoft stores no other keyword (MS-IMAP-44). */

/** In the order in which Microsoft lists them. */
export const storedFlags = ['\\Seen', '\\Answered', '\\Flagged', '\\Deleted', '\\Draft', '$MDNSent'] as const

export type Flag = (typeof storedFlags)[number]

const byName: ReadonlyMap<string, Flag> = new Map(storedFlags.map((flag) => [flag.toLowerCase(), flag]))

/** The flag in its one spelling; `undefined` if such a flag is not stored (`\Recent` and keywords). */
export function storableFlag(name: string): Flag | undefined {
  return byName.get(name.toLowerCase())
}

/** Those of the names that can be stored, each once. */
export function storableFlags(names: Iterable<string>): Flag[] {
  const flags = new Set<Flag>()
  for (const name of names) {
    const flag = storableFlag(name)
    if (flag) flags.add(flag)
  }
  return [...flags]
}

/** `(\Seen \Recent)`: as FETCH FLAGS and STORE say them. */
export function flagList(flags: ReadonlySet<string>, recent: boolean): string {
  const names: string[] = storedFlags.filter((flag) => flags.has(flag))
  if (recent) names.push('\\Recent')
  return `(${names.join(' ')})`
}
