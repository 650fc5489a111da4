/** Breaks text into lines: English at spaces, Japanese between phrases; by the widths of `width.ts`. */
import { graphemes, graphemeWidth, isSimple, width } from './width.ts'
import { phrases, splitsWord, stays } from './phrases.ts'

/** Breaks `text` into lines of at most `columns`, at spaces and between Japanese phrases; what is longer is broken. */
export function wrap(text: string, columns: number): string[] {
  const limit = Math.max(8, columns)
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  const isForReading = text.length < longestReading
  for (const phrase of phrases(text)) {
    const all = width(phrase)
    if (used + all - trailing(phrase) <= limit) {
      line.push(phrase)
      used += all
      continue
    }
    const { carried, needed } = carry(isForReading ? line : [], phrase, limit)
    if (line.length > 0) lines.push(line.join('').trimEnd())
    const broken = needed <= limit ? [carried] : cutInto(carried, limit)
    const last = broken.pop()!
    for (const whole of broken) lines.push(whole) // there may be more of them than a call has room for arguments
    line = [last]
    used = width(last)
  }
  lines.push(line.join('').trimEnd())
  return lines
}

/** Where each line would be asked whether it ends in a word, a text of megabytes would take many seconds. */
const longestReading = 100_000

/** What goes on to the next line: the phrase, and before it whatever of the line is the beginning of its first word. */
function carry(line: string[], phrase: string, limit: number): { carried: string; needed: number } {
  let carried = phrase
  let needed = width(phrase) - trailing(phrase)
  while (line.length > 1 && needed + width(line.at(-1)!) <= limit && splitsWord(line.at(-1)!, carried)) {
    const before = line.pop()!
    carried = before + carried
    needed += width(before)
  }
  return { carried, needed }
}

function trailing(phrase: string): number {
  return phrase.length - phrase.trimEnd().length
}

/**
 * A text cut into lines of at most `columns`, the last of which may be short: wherever that may be, except that none begins
 * with a full stop or ends with an opening bracket.
 */
export function cutInto(text: string, columns: number): string[] {
  if (isSimple(text) && !text.includes(' ')) return cutSimple(text, columns)
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const grapheme of graphemes(text)) {
    const next = graphemeWidth(grapheme)
    if (used + next > columns && grapheme !== ' ' && line.length > 0) {
      const rest = line.splice(lineEnd(line, grapheme))
      lines.push(line.join('').trimEnd())
      line = rest
      used = rest.reduce((sum, each) => sum + graphemeWidth(each), 0)
    }
    line.push(grapheme)
    used += next
  }
  lines.push(line.join(''))
  return lines
}

function cutSimple(text: string, columns: number): string[] {
  const lines: string[] = []
  let at = 0
  while (text.length - at > columns) {
    let end = at + columns
    while (end > at + Math.max(1, columns - furthestBack) && stays(text[end - 1]!, text[end]!)) end--
    if (stays(text[end - 1]!, text[end]!)) end = at + columns
    lines.push(text.slice(at, end))
    at = end
  }
  lines.push(text.slice(at))
  return lines
}

/** Far enough back for any bracket and full stop; in a text of nothing else, a line ends where it is full. */
const furthestBack = 4

/** Where a full line ends, so that what follows may begin the next. */
function lineEnd(line: readonly string[], next: string): number {
  const least = Math.max(1, line.length - furthestBack)
  for (let end = line.length; end >= least; end--) {
    if (!stays(line[end - 1]!, line[end] ?? next)) return end
  }
  return line.length
}
