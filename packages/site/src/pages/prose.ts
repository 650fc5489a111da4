/** Cuts texts of core's where a sentence ends. A full stop inside a name (`outlook.live.com`, `OAuth 2.0`) ends none. */

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])(?=\s)|(?<=[。？！])/)
}

/** A text's first sentence, and what follows. */
export function opened(text: string): { first: string; others: string } {
  const [first = '', ...others] = sentencesOf(text)
  return { first, others: others.join('').trim() }
}

/** What fits below a search result: whole sentences, about 170 characters. */
export function firstSentences(text: string): string {
  let shown = ''
  for (const sentence of sentencesOf(text)) {
    if (shown !== '' && (shown + sentence).length > 170) break
    shown += sentence
  }
  return shown.trim()
}
