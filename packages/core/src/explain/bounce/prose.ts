/** What a report says in words about one recipient. */
export type Told = {
  recipient?: string
  /** Servers' replies that are quoted there, the remote server's first; then all that is said of the recipient. */
  replies: readonly string[]
  all: string
}

/** Where the message that came back begins, in reports that have no parts. Each is one program's or a few programs' line. */
const returned =
  /^[ \t>]*(?:-{2,} ?(?:Below this line is a copy of the message|This is a copy of (?:the|your) message|Original message|The (?:body|header)|Message header follows|Unsent message below|Returned message|Forwarded message|Undelivered message)|Original message (?:headers|follows)|Message headers follow|Received: |Return-Path: |[_-]* ?(?:元のメッセージ|Ursprüngliche Nachricht|En-têtes de message))/i

/** A line that begins with a recipient, and the words behind it. */
const recipientLine =
  /^[ \t*>"']*(?:(?:Recipient(?: address)?|could not be delivered to|error delivering your mail to|wasn't delivered to):? ?)?<?([^\s<>@:;,"'()]{1,64}@[a-z0-9-][a-z0-9.-]{0,252}[a-z0-9])>?(?:<mailto:[^>]{1,300}>)?(?=[\s:,;(."']|$)(.*)$/i

/** What a server says by RFC 5321 begins with a number; with an enhanced code (RFC 3463) behind it, it is one anywhere. */
const reply =
  /(<<<[ \t]*)?(?:(?<![\d.])[45]\d\d[ -][ #]?[45]\.\d{1,3}\.\d{1,3}\b|(?<=^[ \t]{0,20}|said: |returned:? ?['"]?|response(?: was)?: ?|error(?: was)?: ?|reason: ?|<<<[ \t]{0,5}|# ?|: {1,5})[45]\d\d[ -](?=\S)|(?<=(?<!\()#)[45]\.\d{1,3}\.\d{1,3}\b)/gim

const maxBlocks = 1000
const maxLine = 2000
const maxReply = 800
const maxReplies = 100

/** A report's text up to the message that came back. */
export function aboveReturned(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => returned.test(line))
  return end < 0 ? text : lines.slice(0, end).join('\n')
}

/** What a text tells of each recipient; of no one in particular if it names none. */
export function toldIn(text: string): Told[] {
  const blocks: { recipient?: string; lines: string[] }[] = [{ lines: [] }]
  for (const long of aboveReturned(text).split('\n')) {
    const line = long.slice(0, maxLine)
    const [, recipient, rest] = recipientLine.exec(line) ?? []
    if (recipient !== undefined && blocks.length < maxBlocks) blocks.push({ recipient, lines: [rest!] })
    else blocks.at(-1)!.lines.push(line)
  }
  return blocks.map(({ recipient, lines }) => {
    const all = lines.join('\n')
    return {
      ...(recipient !== undefined && { recipient }),
      replies: repliesIn(all),
      all: oneLine(all.slice(0, maxLine)),
    }
  })
}

/**
 * The replies in a text, in the order in which they tell the cause: those marked as the remote server's first, and one that
 * is quoted within another before that other. A reply ends with its paragraph, with the quotation mark that it began behind,
 * or where the next one begins.
 */
export function repliesIn(text: string): string[] {
  const starts = startsIn(text)
  const remote: string[] = []
  const others: string[] = []
  let line: string[] = []
  for (const [index, { from, isRemote, number }] of starts.entries()) {
    const next = starts[index + 1]?.from ?? text.length
    const said = oneLine(sentenceAt(text, from, Math.min(next, from + maxReply)))
    if (said.length > number.length) (isRemote ? remote : line).unshift(said)
    if (text.slice(from, next).includes('\n')) {
      others.push(...line)
      line = []
    }
  }
  return [...remote.toReversed(), ...others, ...line]
}

type Start = { from: number; isRemote: boolean; number: string }

function startsIn(text: string): Start[] {
  const starts: Start[] = []
  for (const { 0: match, 1: mark = '', index } of text.matchAll(reply)) {
    const start = { from: index + mark.length, isRemote: mark !== '', number: match.slice(mark.length) }
    // RFC 5321, section 4.2: lines of one reply, a hyphen behind the number of all but the last.
    const before = starts.at(-1)?.number
    const goesOn = before !== undefined && before[3] === '-' && before.slice(0, 3) === start.number.slice(0, 3)
    if (goesOn) starts.at(-1)!.number = start.number
    else if (starts.push(start) === maxReplies) break
  }
  return starts
}

function sentenceAt(text: string, from: number, to: number): string {
  const quote = /['"]/.exec(text[from - 1] ?? '')?.[0]
  const [paragraph = ''] = text.slice(from, to).split(/\n[ \t]*\n|\n(?=>>>)/)
  const [said = ''] = quote === undefined ? [paragraph] : paragraph.split(new RegExp(`${quote}(?=\\s|$)`))
  return said
}

/** A relay's own number and class around the reply that it got: `5.1.0 - Unknown address error 550-'5.7.1 …'`. */
const relayed = /^[45]\.\d{1,3}\.\d{1,3} - .{1,80}? ([45]\d\d)[ -]{1,3}'(.{1,600})'/

/** A reply of several lines as one, without the numbers in between, and without a relay's own words around it. */
export function oneLine(reply: string): string {
  const line = reply.replaceAll(/\s+/g, ' ').trim().replace(relayed, '$1 $2')
  const code = /^[45]\d\d(?=-)/.exec(line)?.[0]
  if (code === undefined) return line
  return line.replaceAll(new RegExp(` (?:<<< ?)?${code}[ -](?:[45]\\.\\d{1,3}\\.\\d{1,3} )?`, 'g'), ' ')
}
