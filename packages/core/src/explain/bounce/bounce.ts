import { causeIn, causeInWords, causeOfStatus, type DeliveryCause } from './cause.ts'
import { isFromMailSystem, readsLikeReport, saysReport } from './marks.ts'
import { partsOf, type Part, type Parts } from './parts.ts'
import { aboveReturned, repliesIn, toldIn, type Told } from './prose.ts'
import { recipientsIn, type StatusFields } from './status-fields.ts'

/** A recipient who did not get the message, or not yet, and why. */
export type Undelivered = {
  /** `undefined` where a report names nobody. */
  recipient?: string
  cause: DeliveryCause
  /** The server goes on trying. */
  delayed?: true
  /** The words, or the fields, that tell it. */
  said: string
}

/**
 * What a report says of each recipient that was not reached; `undefined` for what is no report. A server's words in a field
 * count before words in the text, words before numbers, and nothing counts that stands in a message that came back or is
 * passed on.
 *
 * @param whole a message with its header; else a text that may be a piece of one, and has only itself to show what it is
 */
export function readBounce(text: string, { whole }: { whole: boolean }): Undelivered[] | undefined {
  const parts = partsOf(text)
  const fields = fieldsIn(parts)
  if (!isReport(parts, fields, whole)) return undefined
  const told = toldInProse(parts)
  if (fields.length === 0) return told.length > 0 ? told : [{ cause: unknown, said: parts.header.get('subject') ?? '' }]
  const missed = fields.filter(({ action }) => !/^(?:delivered|relayed|expanded)$/.test(action ?? ''))
  return missed.length === 0 ? undefined : missed.map((fields) => fromFields(fields, wordsFor(fields, told, missed)))
}

const unknown: DeliveryCause = { code: 'unknown-refusal', certainty: 'possible' }

function isReport({ header, parts }: Parts, fields: readonly StatusFields[], whole: boolean): boolean {
  const reported = fields.some(({ diagnostic, action }) => diagnostic !== undefined || action !== undefined)
  if (header.size === 0) return !whole && (reported || parts.some(({ text }) => readsLikeReport(text)))
  if (parts.some(isStatus) && saysReport(header)) return true
  return isFromMailSystem(header) && (reported || saysReport(header) || parts.some(({ text }) => readsLikeReport(text)))
}

const isStatus = ({ type }: { type: string }) => type.endsWith('delivery-status')

/** From the parts that hold nothing else; where they are lost, from wherever the fields stand. */
function fieldsIn({ parts, above }: Parts): StatusFields[] {
  const places = [
    () => parts.filter(isStatus).map(({ text }) => text),
    () => parts.map(({ text }) => aboveReturned(text)),
    () => [aboveReturned(above)],
  ]
  for (const texts of places) {
    const fields = texts().flatMap(recipientsIn)
    if (fields.some(({ action, diagnostic }) => action ?? diagnostic)) return fields
  }
  return []
}

/** What the text tells of one whom the fields name; a report about one recipient tells it of nobody else. */
function wordsFor(
  { recipient }: StatusFields,
  told: readonly Undelivered[],
  missed: readonly StatusFields[],
): Undelivered | undefined {
  const named = told.find((one) => one.recipient?.toLowerCase() === recipient?.toLowerCase())
  return named ?? (missed.length === 1 ? told[0] : told.find((one) => one.recipient === undefined))
}

function fromFields(
  { recipient, action, status, diagnostic }: StatusFields,
  words: Undelivered | undefined,
): Undelivered {
  const whose = {
    ...(recipient !== undefined && { recipient }),
    ...(action === 'delayed' && { delayed: true as const }),
  }
  const said = diagnostic ?? [action && `Action: ${action}`, status && `Status: ${status}`].filter(Boolean).join(', ')
  const cause = diagnostic === undefined ? undefined : (causeIn(diagnostic) ?? causeIn(repliesIn(diagnostic)[0] ?? ''))
  if (cause) return { ...whose, cause, said }
  if (action === 'delayed') return { ...whose, cause: { code: 'recipient-unreachable', certainty: 'certain' }, said }
  if (words && words.cause !== unknown) return { ...words, ...whose }
  return { ...whose, cause: (status !== undefined && causeOfStatus(status)) || unknown, said }
}

/** What the text tells, recipient by recipient; who is named without a reason does not count where others have one. */
function toldInProse({ parts }: Parts): Undelivered[] {
  const written = parts.filter(({ type }) => type.startsWith('text/'))
  const texts = written.length > 0 ? written : parts.filter((part) => !isStatus(part))
  const plain = texts.filter(({ type }) => type !== 'text/html').flatMap(({ text }) => toldIn(text))
  const told = plain.some(({ replies }) => replies.length > 0) ? plain : [...plain, ...texts.flatMap(fromHtml)]
  const judged = told.map(fromWords)
  const known = judged.filter(({ cause }) => cause !== unknown)
  if (known.length > 0) return firstOfEach(known)
  const whole = told.map(({ all }) => ({ said: all, cause: causeInWords(all) })).find(({ cause }) => cause)
  if (whole?.cause) return [{ cause: whole.cause, said: whole.said }]
  return [
    judged.find(({ said }) => isReply(said)) ?? judged.find(({ recipient }) => recipient) ?? judged[0] ?? [],
  ].flat()
}

function fromHtml({ type, text }: Part): Told[] {
  return type === 'text/html' ? toldIn(withoutTags(text)) : []
}

function fromWords({ recipient, replies, all }: Told): Undelivered {
  const whose = recipient !== undefined && { recipient }
  for (const said of replies) {
    const cause = causeIn(said)
    if (cause) return { ...whose, cause, said }
  }
  const words = recipient === undefined ? undefined : causeInWords(all)
  if (words) return { ...whose, cause: words, said: all }
  return { ...whose, cause: unknown, said: replies[0] ?? all }
}

const isReply = (said: string) => /^[45]\d\d\b/.test(said)

/** A recipient's first cause: reports tell the same again for people, and for other programs. */
function firstOfEach(all: readonly Undelivered[]): Undelivered[] {
  const named = new Map<string | undefined, Undelivered>()
  for (const one of all) {
    const name = one.recipient?.toLowerCase()
    if (!named.has(name)) named.set(name, one)
  }
  // What is told of nobody in particular is about those who are named.
  if (named.size > 1) named.delete(undefined)
  return [...named.values()]
}

const letters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'" }

function withoutTags(html: string): string {
  return html
    .replaceAll(/<(?:br|p|div|tr|li|h\d)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name: string) => letters[name]!)
}
