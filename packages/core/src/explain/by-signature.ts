import type { Protocol } from '../settings/settings.ts'
import { signatures } from '../signatures/signatures.ts'
import type { Peeled } from './peel/peel.ts'
import { replyStart, responseCodes } from './peel/reply-start.ts'
import type { Sentence } from './sentence.ts'
import { noSignIn } from './tables/server-words.ts'

const protocols = ['imap', 'pop3', 'smtp'] as const satisfies Protocol[]

/** The form of a reply tells the protocol (RFC 5321, 4.2; RFC 1939, 3; RFC 9051, 7.1; RFC 2449, 8; RFC 5530, 3). */
const forms: readonly { protocol: Protocol; pattern: RegExp }[] = [
  {
    protocol: 'pop3',
    pattern: new RegExp(String.raw`^\s*(?:-ERR\b|${responseCodes.pop3})`, 'i'),
  },
  { protocol: 'smtp', pattern: /^\s*(?:[245]\d\d[ -]|[245]\.\d{1,3}\.\d{1,3} )/ },
  {
    protocol: 'imap',
    pattern: new RegExp(String.raw`^\s*(?:(?:\* )?(?:NO|BAD|BYE)\b|${responseCodes.imap})`),
  },
]

/** The sentences of mail servers, reply by reply: of one reply, the first signature that fits decides, as in a check. */
export function bySignature({ flat, lines }: Peeled): Sentence[] {
  return repliesIn(flat).flatMap(({ start, end }) =>
    sentencesOf(flat.slice(start, end), lines.slice(start, end), start),
  )
}

/** What is certainly a refusal, whatever it says. */
const refusal = /^\s*(?:[45]\d\d[ -]|-ERR\b|(?:\* )?(?:NO|BAD|BYE)\b)/

/** The words of a standard are those of every server, and of people: they count only in a reply of that protocol. */
function isStandard(evidence: string): boolean {
  return evidence.startsWith('RFC ')
}

function repliesIn(flat: string): { start: number; end: number }[] {
  const starts = [
    0,
    ...[...flat.matchAll(replyStart)].map(({ index, 0: found }) => index + found.length - found.trimStart().length),
  ]
  return starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? flat.length }))
    .filter(({ start, end }) => start < end)
}

function sentencesOf(flat: string, lines: string, offset: number): Sentence[] {
  const form = forms.find(({ pattern }) => pattern.test(flat))?.protocol
  // Twice, so that patterns that mind where a line begins and those that run over several are asked in one order.
  const reply = `${flat}\n${lines}`
  const found = protocols.flatMap((protocol): (Sentence & { protocol: Protocol })[] => {
    const known = signatures.find(
      ({ on, pattern, evidence }) =>
        on === protocol && (protocol === form || !isStandard(evidence)) && pattern.test(reply),
    )
    const match = known?.pattern.exec(reply)
    if (!known || !match) return []
    const { means: code, certainty } = known
    const start = match.index % (flat.length + 1)
    const whole = around({ flat, lines }, start, start + match[0].length, form !== undefined)
    const sentence = {
      kind: 'server',
      code,
      also: [],
      start: offset + whole.start,
      end: offset + whole.end,
      protocol,
    } as const
    // What is known by its number alone tells no more than the number's class.
    if (match[0].length <= 3) return [{ ...sentence, certainty: 'possible', vague: true }]
    return [{ ...sentence, certainty: code === 'plain-refusal' ? 'possible' : certainty }]
  })
  const ofForm = found.filter(({ protocol }) => protocol === form)
  const [first, ...others] = ofForm.length > 0 ? ofForm : found
  if (first === undefined) {
    return form !== undefined && refusal.test(flat) && !noSignIn.test(flat) ? [unknownReply(flat, offset, form)] : []
  }
  // One sentence of several protocols, with nothing that tells which.
  if (others.some(({ code }) => code === first.code) && form === undefined) {
    const { protocol: _, ...sentence } = first
    return [sentence]
  }
  return [first]
}

/** How far around its sentence a reply is told. */
const near = 150

/**
 * A reply is told from its beginning, where it has the form of one, to the end of the sentence, where that is near and in
 * its line.
 */
function around({ flat, lines }: Peeled, from: number, to: number, isReply: boolean): { start: number; end: number } {
  const beginning = flat.length - flat.trimStart().length
  const [line = ''] = lines.slice(to, to + near).split('\n', 1)
  const rest = flat.slice(to, to + line.length + 1)
  const stop = /[.!]?(?= \[|\s*$|["'])|[.!](?=\s)/.exec(rest)
  return {
    start: isReply && from - beginning <= near ? beginning : from,
    end: stop ? to + stop.index + stop[0].length : to,
  }
}

/** A reply by its form, in words that no signature knows. */
function unknownReply(flat: string, start: number, protocol: Protocol): Sentence {
  return {
    kind: 'server',
    code: 'unknown-refusal',
    certainty: 'possible',
    also: [],
    start,
    end: start + flat.trimEnd().length,
    protocol,
    vague: true,
  }
}
