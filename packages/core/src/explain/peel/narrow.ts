/** What tells an error from all else, in any wrapper, escape and language; only a text that is too long is searched for it. */
const clue =
  /\b[245]\d\d[ -]?[245]\.\d|AADSTS|0x8|-ERR|\bBYE\b|error|fail|auth|log[io ]|sign|denied|refus|invalid|expired|certif|imeout|timed out|disabled|blocked|Diagnostic-Code|エラー|失敗|拒否|できません|されました|錯誤|错误|失败|失敗/gi

/** How much stands with a clue: an error reaches further behind it than before it. */
const before = 200
const after = 600

/** As much of a text as the tables look at. */
export const maxPeeled = 200_000

type Region = { start: number; end: number }

/**
 * What of a long text may be an error: what stands around the clues, each wording once; of too many of them, the first and
 * the last. One pass, whatever the text is.
 */
export function narrow(text: string): string {
  if (text.length <= maxPeeled) return text
  const regions: Region[] = []
  const seen = new Set<string>()
  for (const { index } of text.matchAll(clue)) {
    if (isRepeated(lineFrom(text.slice(index, index + 160)), seen)) continue
    const last = regions.at(-1)
    if (last && index - before <= last.end) last.end = index + after
    else regions.push({ start: Math.max(0, index - before), end: index + after })
  }
  const told = regions.map(({ start, end }) => text.slice(start, end)).join('\n')
  if (told.length <= maxPeeled) return told
  const half = maxPeeled / 2
  return `${told.slice(0, half - 1)}\n${told.slice(-half)}`
}

function lineFrom(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

/** A log says the same again and again, at another time: to the letter, or but for the numbers in it. */
function isRepeated(line: string, seen: Set<string>): boolean {
  if (seen.has(line)) return true
  seen.add(line)
  const wording = line.replaceAll(/\d+/g, '0')
  if (wording === line) return false
  const repeated = seen.has(wording)
  seen.add(wording)
  return repeated
}
