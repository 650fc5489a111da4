/** What tells an error from all else, in any wrapper, escape and language; only a text that is too long is searched for it. */
const clue =
  /\b[245]\d\d[ -]?[245]\.\d|AADSTS|0x8|-ERR|\bBYE\b|error|fail|auth|log[io ]|sign|denied|refus|invalid|expired|certif|imeout|timed out|disabled|blocked|Diagnostic-Code|エラー|失敗|拒否|できません|されました|錯誤|错误|失败|失敗/gi

const before = 200
const after = 600

/** As much of a text as the tables look at. */
const maxPeeled = 200_000

/**
 * What of a long text may be an error: what stands around the clues, each wording once, the first and the last of them.
 * One pass, whatever the text is.
 */
export function narrow(text: string, limit = maxPeeled): string {
  if (text.length <= limit) return text
  const pieces: string[] = []
  const seen = new Set<string>()
  let end = 0
  for (const { index } of text.matchAll(clue)) {
    if (index < end) continue
    const piece = text.slice(Math.max(end, index - before), index + after)
    end = index + after
    // A log says the same again and again, at another time.
    const wording = text.slice(index, index + 160).replaceAll(/[\d\s]+/g, ' ')
    if (seen.has(wording)) continue
    seen.add(wording)
    pieces.push(piece)
  }
  return firstAndLast(pieces, limit)
}

function firstAndLast(pieces: readonly string[], limit: number): string {
  const total = pieces.reduce((sum, { length }) => sum + length + 1, 0)
  if (total <= limit) return pieces.join('\n')
  const half = Math.floor(limit / 2)
  const first = upTo(half, pieces)
  return [...first, ...upTo(half, pieces.slice(first.length).toReversed()).toReversed()].join('\n')
}

function upTo(limit: number, pieces: readonly string[]): string[] {
  let room = limit
  return pieces.filter(({ length }) => (room -= length + 1) >= 0)
}
