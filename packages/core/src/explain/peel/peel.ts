import { plainLetters } from './letters.ts'
import { withoutMarks } from './marks.ts'
import { narrow } from './narrow.ts'
import { beforeReply } from './reply-start.ts'
import { unescape } from './unescape.ts'
import { unfold } from './unfold.ts'

/** A text without its wrappers, twice in the same length, so that a place in one is a place in the other. */
export type Peeled = {
  /** In one line, for sentences that were broken anywhere. */
  flat: string
  /** In lines that begin with a server's reply and end with its quotes, for patterns that mind where a line begins. */
  lines: string
}

/** What libraries make of a reply, and what it was: the first digits back in front of the rest. */
const wrappers: readonly [RegExp, string][] = [
  // Python: (535, b'5.7.139 Authentication unsuccessful')
  [/\(?\b([245]\d\d), ?b?['"](?=[245]\.\d{1,3}\.\d)/g, '$1 '],
  // MailKit: 535: 5.7.3 Authentication unsuccessful
  [/\b([245]\d\d): (?=[245]\.\d{1,3}\.\d)/g, '$1 '],
  // PHP: 535 5.7.3, with the class once more: 535 #5.7.3
  [/\b([245]\d\d) #(?=[245]\.\d{1,3}\.\d)/g, '$1 '],
]

/** @param known whether a word, in lower case, is one of those the tables look for */
export function peel(text: string, known: (word: string) => boolean): Peeled {
  const plain = plainLetters(unescape(narrow(text)))
  const joined = unfold(plain.split('\n').map(withoutMarks), known)
  const unwrapped = wrappers.reduce((rest, [pattern, to]) => rest.replaceAll(pattern, to), joined)
  const lines = ` ${unwrapped}`.replaceAll(/[ \t]+/g, ' ').replaceAll(/ ?\n\s*/g, '\n')
  return {
    flat: lines.replaceAll('\n', ' '),
    lines: lines.replaceAll(beforeReply, '\n').replaceAll(/['"]/g, '\n'),
  }
}
