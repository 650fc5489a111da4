/** What logs and programs put before each line: the first that fits is taken away, as long as one fits. */
const marks: readonly RegExp[] = [
  // Times: 2024-05-01T10:00:00.000Z, [01/May/2024:10:00:00 +0000], May  1 10:00:00 host name[123]:, 10:00:00,123
  /^\[?\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?\]?[:,]? ?/,
  /^\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] ?/,
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d (?:[\w.-]{1,64} )?(?:[\w./-]{1,64}(?:\[\d{1,9}\])?: )?/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]? ?/,
  // Levels
  /^\[?(?:ERROR|ERR!|WARN(?:ING)?|INFO|DEBUG|NOTICE|TRACE|FATAL|CRITICAL|SEVERE|error|warn(?:ing)?|info|debug|fatal)\]?[: ] ?/,
  /^npm ERR! ?/,
  // Who speaks
  /^(?:SERVER -> CLIENT|CLIENT -> SERVER|Server|Client|server|client|S|C|SMTP|IMAP|POP3?)(?: ?[<>])?: ?/,
  /^(?:<<<|>>>|<<|>>|<--|-->|<-|->|<\*\*|<~\*|\*\*\*|\*\*|~>|<~|===|=>|<=) ?/,
  /^[<>|] ?/,
]

/** Takes away what stands before the words of a line. */
export function withoutMarks(line: string): string {
  let rest = line.trim()
  for (let count = 0; count < 8; count++) {
    const mark = marks.find((pattern) => pattern.test(rest))
    if (!mark) break
    rest = rest.replace(mark, '').trimStart()
  }
  return rest
}
