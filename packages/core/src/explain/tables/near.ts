/** What may stand between two words of one sentence; the dot in a server's name ends none. */
const between = (reach: number) => String.raw`(?:[^.!?。]|\.(?=\S)){0,${reach}}?`

/** Two kinds of word in one sentence, in either order, at most so many characters apart. */
export function near(one: string, other: string, reach = 30): RegExp {
  const gap = between(reach)
  return new RegExp(`(?:${one})${gap}(?:${other})|(?:${other})${gap}(?:${one})`, 'iu')
}
