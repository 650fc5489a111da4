const cjk =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。])\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。])/gu

/**
 * Joins what was broken: replies of several lines, words and numbers that a screenshot or a folded letter cut.
 * @param known whether a word, in lower case, is one of those the tables look for
 */
export function unfold(lines: readonly string[], known: (word: string) => boolean): string {
  return joinWords(joinReplies(lines).join('\n'), known).replaceAll(cjk, '')
}

/** `535-5.7.139 Authentication` and `535 5.7.139 unsuccessful` are one reply (RFC 5321, 4.2.1). */
function joinReplies(lines: readonly string[]): string[] {
  const joined: string[] = []
  let open: string | undefined
  for (const line of lines) {
    const [, code, dash, text = ''] = /^(\d{3})([ -])(?:\d\.\d{1,3}\.\d{1,3} )?(.*)$/.exec(line) ?? []
    if (code !== undefined && code === open) joined[joined.length - 1] += ` ${text}`
    else joined.push(line)
    open = dash === '-' ? code : undefined
  }
  return joined
}

function joinWords(text: string, known: (word: string) => boolean): string {
  return text
    .replaceAll(/(?<=AADSTS\d{0,8})\n(?=\d)|(?<=0x[\dA-F]{1,7})\n(?=[\dA-F]{1,7}\b)/gi, '')
    .replaceAll(/([A-Za-z]{2,40})(-?)\n([A-Za-z]{2,40})/g, (whole, head: string, _dash: string, tail: string) => {
      const [first, second] = [head.toLowerCase(), tail.toLowerCase()]
      const isWord = first.length + second.length >= 6 && known(first + second) && !(known(first) && known(second))
      return isWord ? head + tail : whole
    })
}
