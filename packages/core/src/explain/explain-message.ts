import { isoDate } from '../network/dates.ts'
import { readBounce, type Undelivered } from './bounce/bounce.ts'
import { textOf } from './bounce/decode.ts'
import { caseOf } from './case.ts'
import type { ExplainOptions, Explanation, Recognised } from './explanation.ts'
import { inWords, wordsOf } from './in-words.ts'
import { quote } from './quote.ts'

/**
 * What a message of a mail system means that a message of one's own was not delivered, or not yet (RFC 3464, and the forms
 * of programs that know no such report). Any other message is `not-recognised`; so is one that only quotes a report, or
 * passes one on. Pure.
 * @param octets the message as it lies in a file; the report stands in its first MiB, or nowhere
 */
export function explainMessage(octets: Uint8Array, options: ExplainOptions): Explanation {
  const undelivered = readBounce(textOf(octets), { whole: true })
  if (undelivered !== undefined) return explanationOf(undelivered, 'message', options)
  const { account, address } = caseOf('', options, isoDate(new Date()))
  const about = { account, ...(address !== undefined && { address }) }
  const finding = { code: 'not-recognised', certainty: 'certain' } as const
  return inWords('message', { finding, alsoPossible: [], about }, [], options.lang)
}

/** The same of a report that was pasted, whole or in part; `undefined` if the text is none, or tells no cause. */
export function explainReport(text: string, options: ExplainOptions): Explanation | undefined {
  // Copied out of an answer, every line of it is quoted.
  const own = text.startsWith('>') ? text.replaceAll(/^(?:> ?)+/gm, '') : text
  const undelivered = readBounce(own, { whole: false })
  if (!undelivered?.some(({ cause }) => cause.code !== 'unknown-refusal')) return undefined
  return explanationOf(undelivered, 'text', options)
}

/** Recipients with one cause. */
type Group = Undelivered & { recipients: string[] }

function explanationOf(
  undelivered: readonly Undelivered[],
  input: Explanation['input'],
  options: ExplainOptions,
): Explanation {
  const groups = groupsOf(undelivered)
  const { account } = caseOf('', options, isoDate(new Date()))
  const findings = groups.map(({ cause, said, recipients }) => ({
    ...cause,
    ...wordsOf(cause.code, { account, certainty: cause.certainty, differences: [], side: sideOf(said) }, options.lang),
    recipients,
  }))
  const [{ recipients: _, ...finding }] = findings as [(typeof findings)[number]]
  return {
    input,
    recognised: groups.map(({ said }): Recognised => ({ kind: 'bounce', protocol: 'smtp', quote: quote(said) })),
    finding,
    alsoPossible: [],
    ...(findings.length > 1 && { findings }),
  }
}

/** Microsoft's own store refuses before the message leaves; everybody else is at the other end. */
function sideOf(said: string): 'sender' | 'recipient' {
  return /STOREDRV\.Submission/i.test(said) ? 'sender' : 'recipient'
}

/** The cause that asks most of a person first: what failed before what is only late, what is known before what is not. */
function groupsOf(undelivered: readonly Undelivered[]): Group[] {
  const groups = new Map<string, Group>()
  for (const one of undelivered) {
    const group = groups.get(one.cause.code) ?? { ...one, recipients: [] }
    if (one.recipient !== undefined) group.recipients.push(one.recipient)
    groups.set(one.cause.code, group)
  }
  return [...groups.values()].toSorted((a, b) => urgencyOf(a) - urgencyOf(b))
}

function urgencyOf({ cause, delayed }: Undelivered): number {
  if (cause.code === 'unknown-refusal') return 2
  return delayed ? 1 : 0
}
