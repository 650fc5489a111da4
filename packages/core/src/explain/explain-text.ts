import { isoDate } from '../network/dates.ts'
import { byIdentity } from './by-identity.ts'
import { bySignature } from './by-signature.ts'
import { byCommonWords, byTable } from './by-table.ts'
import { caseOf } from './case.ts'
import { explainReport } from './explain-message.ts'
import type { ExplainOptions, Explanation, Recognised } from './explanation.ts'
import { inWords } from './in-words.ts'
import { judge } from './judge.ts'
import { peel, type Peeled } from './peel/peel.ts'
import { quote } from './quote.ts'
import { ranked } from './rank.ts'
import type { Sentence } from './sentence.ts'
import { isKnownWord } from './vocabulary.ts'

/** More parts than these tell a person nothing more. */
const maxRecognised = 5

/**
 * What any pasted error means and what to do: the words of a server, a library, a dialog or a device, an error number, a
 * log. Pure: nothing is looked up, nothing leaves the machine.
 */
export function explainText(text: string, options: ExplainOptions): Explanation {
  const report = explainReport(text, options)
  if (report) return report
  const peeled = peel(text, isKnownWord)
  const sentences = sentencesIn(peeled)
  const judged = judge(sentences, caseOf(peeled.flat, options, isoDate(new Date())))
  return inWords('text', judged, recognisedIn(sentences, peeled), options.lang)
}

/** Everything that is known of a text, the sentence that decides first. */
function sentencesIn(peeled: Peeled): Sentence[] {
  const known = [...bySignature(peeled), ...byIdentity(peeled), ...byTable(peeled)]
  return ranked(known.every(({ vague }) => vague) ? [...known, ...byCommonWords(peeled)] : known)
}

function recognisedIn(sentences: readonly Sentence[], { flat }: Peeled): Recognised[] {
  const parts = sentences.map(({ kind, start, end, protocol, aadsts, program }) => ({
    kind,
    quote: quote(flat.slice(start, end)),
    ...(protocol && { protocol }),
    ...(aadsts !== undefined && { aadsts }),
    ...(program && { program }),
  }))
  const distinct = new Map(parts.map((part) => [JSON.stringify(part), part]))
  return [...distinct.values()].slice(0, maxRecognised)
}
