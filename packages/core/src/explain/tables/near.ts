/** What may stand between two words of one sentence; the dot in a server's name ends none. */
const between = (reach: number) => String.raw`(?:[^.!?。]|\.(?=\S)){0,${reach}}?`

/** One kind of word and behind it, in the same sentence, another, at most so many characters apart. */
export function inOrder(one: string, other: string, reach = 30): RegExp {
  return new RegExp(`(?:${one})${between(reach)}(?:${other})`, 'iu')
}

/** The same in either order. */
export function near(one: string, other: string, reach = 30): RegExp {
  return new RegExp(`${inOrder(one, other, reach).source}|${inOrder(other, one, reach).source}`, 'iu')
}
