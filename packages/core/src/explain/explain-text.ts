import { isoDate } from '../network/dates.ts'
import { byIdentity } from './by-identity.ts'
import { bySignature } from './by-signature.ts'
import { programIn } from './by-program.ts'
import { byCommonWords, byTable } from './by-table.ts'
import { caseOf } from './case.ts'
import { explainReport } from './explain-message.ts'
import type { ExplainOptions, Explanation, Recognised } from './explanation.ts'
import { inWords } from './in-words.ts'
import { judge, type Named } from './judge.ts'
import { peel, type Peeled } from './peel/peel.ts'
import { protocolNamed } from './protocol-named.ts'
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
  const circumstances = caseOf(peeled.flat, options, isoDate(new Date()))
  const judged = judge(sentences, circumstances, programOf(sentences, peeled, options))
  return inWords('text', judged, recognisedIn(sentences, peeled), options.lang)
}

/** The program that the person names, else the one whose words the text has. */
function programOf(sentences: readonly Sentence[], peeled: Peeled, { program }: ExplainOptions): Named | undefined {
  if (program !== undefined) return { id: program, byPerson: true }
  const id = sentences.find(({ program }) => program)?.program ?? programIn(peeled)
  return id === undefined ? undefined : { id, byPerson: false }
}

/** Everything that is known of a text, the sentence that decides first. */
function sentencesIn(peeled: Peeled): Sentence[] {
  const known = [...bySignature(peeled), ...byIdentity(peeled), ...byTable(peeled)]
  const all = known.every(({ vague }) => vague) ? [...known, ...byCommonWords(peeled)] : known
  return withProtocol(ranked(all), peeled)
}

/** A program's words are about the one protocol that they name, else the one that the text names. */
function withProtocol(sentences: readonly Sentence[], { flat }: Peeled): Sentence[] {
  const named = protocolNamed(flat)
  return sentences.map((sentence) => {
    if (sentence.kind !== 'program' || sentence.protocol) return sentence
    const protocol = protocolNamed(flat.slice(sentence.start, sentence.end)) ?? named
    return protocol ? { ...sentence, protocol } : sentence
  })
}

/** What is known, each part once: a part within one before it tells nothing more. */
function recognisedIn(sentences: readonly Sentence[], { flat }: Peeled): Recognised[] {
  const whole = sentences.filter(
    ({ start, end }, index) => !sentences.slice(0, index).some((before) => before.start <= start && end <= before.end),
  )
  const parts = whole.map(({ kind, start, end, protocol, aadsts, program }) => ({
    kind,
    quote: quote(flat.slice(start, end)),
    ...(protocol && { protocol }),
    ...(aadsts !== undefined && { aadsts }),
    ...(program && { program }),
  }))
  const distinct = new Map(parts.map((part) => [JSON.stringify(part), part]))
  return [...distinct.values()].slice(0, maxRecognised)
}
