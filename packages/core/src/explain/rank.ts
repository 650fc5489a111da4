import type { Sentence } from './sentence.ts'

/** More sentences than these add nothing to what the most telling say. */
const maxSentences = 100

/** What follows from a refusal, or from a program that did not sign in, and stands behind its reason in a log. */
const consequences: ReadonlySet<string> = new Set<string>([
  'not-authenticated',
  'client-protocol-error',
  'idle-timeout',
])

/** How much a sentence tells; the least tells most. */
function rankOf({ code, kind, vague, also }: Sentence): number {
  if (vague) return 7
  if (code === 'ambiguous') return 6
  if (consequences.has(code)) return 5
  const program = kind === 'program'
  if (code === 'plain-refusal') return program ? 4 : 2
  if (!program) return 1
  return also.length > 0 ? 4 : 3
}

/**
 * The sentences, the one that decides first: the most telling, and of these the innermost, which stands last. Of a
 * program's wordings that mean the same, the longer is its own and the part of it many programs'.
 */
export function ranked(sentences: readonly Sentence[]): Sentence[] {
  const order = sentences.toSorted((a, b) => rankOf(a) - rankOf(b) || b.start - a.start || b.end - a.end)
  const head = order.slice(0, maxSentences)
  return head.filter((sentence) => !head.some((other) => isPartOf(sentence, other)))
}

function isPartOf(part: Sentence, whole: Sentence): boolean {
  const longer = whole.end - whole.start > part.end - part.start
  return (
    longer &&
    part.kind === 'program' &&
    whole.kind === 'program' &&
    part.code === whole.code &&
    whole.start <= part.start &&
    part.end <= whole.end
  )
}
