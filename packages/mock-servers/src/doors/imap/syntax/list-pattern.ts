/**
 * The patterns of LIST and LSUB (RFC 3501, 6.3.8): `*` means anything, `%` for anything within one level. Takes
 * pattern length × name length steps at most, whatever the pattern.
 */

const separator = '/'
/** Microsoft takes no more in one LIST (MS-IMAP-43). */
const maxWildcards = 10
const maxLength = 1_024

/**
 * @param pattern reference and pattern put together, in Unicode (modified UTF-7 already decoded)
 * @returns whether a folder's name matches, regardless of case as everywhere with Microsoft; `undefined` if the pattern
 * is beyond the limits
 */
export function listPattern(pattern: string): ((name: string) => boolean) | undefined {
  if (pattern.length > maxLength || (pattern.match(/[*%]/g)?.length ?? 0) > maxWildcards) return undefined
  const wanted = [...fold(pattern)]
  return (name) => matches(wanted, fold(name))
}

function matches(pattern: readonly string[], name: string): boolean {
  // reached[n]: the first n characters of the pattern match what has been read of the name.
  let reached = [true]
  pattern.forEach((wanted, index) => (reached[index + 1] = isWildcard(wanted) && reached[index]!))
  for (const character of name) {
    const next = [false]
    pattern.forEach((wanted, index) => {
      const stays = wanted === '*' || (wanted === '%' && character !== separator)
      next[index + 1] = isWildcard(wanted)
        ? next[index]! || (stays && reached[index + 1]!)
        : wanted === character && reached[index]!
    })
    reached = next
  }
  return reached[pattern.length]!
}

function isWildcard(character: string): boolean {
  return character === '*' || character === '%'
}

function fold(text: string): string {
  return text.toLowerCase()
}
