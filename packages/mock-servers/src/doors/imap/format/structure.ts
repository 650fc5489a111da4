/**
 * ENVELOPE, BODY and BODYSTRUCTURE (RFC 3501, 7.4.2), ready for the wire. Header text goes out as it came in, not
 * decoded. Each is worked out once for a part; nothing here changes or copies a body.
 */
import { parseAddresses, type Address } from '../../../mail/addresses.ts'
import { fieldText, fieldTexts, type MimePart } from '../../../mail/mime/part.ts'
import { parseParameterized, type Parameter } from '../../../mail/mime/parameters.ts'
import { nstring, string } from './strings.ts'

const envelopes = new WeakMap<MimePart, Buffer>()
const plainStructures = new WeakMap<MimePart, Buffer>()
const extendedStructures = new WeakMap<MimePart, Buffer>()
const lineCounts = new WeakMap<MimePart, number>()

/** `("date" "subject" ((from)) … "<message-id>")` of a message, or of one inside another. */
export function envelope(message: MimePart): Buffer {
  return remembered(envelopes, message, envelopeText)
}

/** BODYSTRUCTURE, or BODY without the extension data. */
export function bodyStructure(message: MimePart, { extended }: { extended: boolean }): Buffer {
  return remembered(extended ? extendedStructures : plainStructures, message, (part) => structureText(part, extended))
}

function remembered(memory: WeakMap<MimePart, Buffer>, part: MimePart, write: (part: MimePart) => string): Buffer {
  let bytes = memory.get(part)
  if (!bytes) memory.set(part, (bytes = Buffer.from(write(part), 'latin1')))
  return bytes
}

function envelopeText(part: MimePart): string {
  const from = addressList(part, 'from')
  return list([
    nstring(fieldText(part, 'date')),
    nstring(fieldText(part, 'subject')),
    from ?? 'NIL',
    addressList(part, 'sender') ?? from ?? 'NIL',
    addressList(part, 'reply-to') ?? from ?? 'NIL',
    addressList(part, 'to') ?? 'NIL',
    addressList(part, 'cc') ?? 'NIL',
    addressList(part, 'bcc') ?? 'NIL',
    nstring(fieldText(part, 'in-reply-to')),
    nstring(fieldText(part, 'message-id')),
  ])
}

function addressList(part: MimePart, name: string): string | undefined {
  const addresses = parseAddresses(fieldTexts(part, name).join(','))
  return addresses.length === 0 ? undefined : `(${addresses.map(addressText).join('')})`
}

function addressText(address: Address): string {
  return list(address.map(nstring))
}

function structureText(part: MimePart, extended: boolean): string {
  return part.type === 'multipart' ? multipartText(part, extended) : singleText(part, extended)
}

function multipartText(part: MimePart, extended: boolean): string {
  const children = part.children.map((child) => structureText(child, extended)).join('')
  const extension = extended ? [parameterList(part.parameters), ...commonExtension(part)] : []
  return `(${[children, string(part.subtype), ...extension].join(' ')})`
}

function singleText(part: MimePart, extended: boolean): string {
  const isText = part.type === 'text'
  const items = [
    string(part.type),
    string(part.subtype),
    parameterList(isText ? withCharset(part.parameters) : part.parameters),
    nstring(fieldText(part, 'content-id')),
    nstring(fieldText(part, 'content-description')),
    string(fieldText(part, 'content-transfer-encoding') || '7bit'),
    String(part.end - part.bodyStart),
  ]
  if (part.embedded) items.push(envelopeText(part.embedded), structureText(part.embedded, extended))
  if (part.embedded || isText) items.push(String(lines(part)))
  if (extended) items.push(nstring(fieldText(part, 'content-md5')), ...commonExtension(part))
  return list(items)
}

/** Disposition, language and location. */
function commonExtension(part: MimePart): string[] {
  const disposition = fieldText(part, 'content-disposition')
  const { value, parameters } = parseParameterized(disposition ?? '')
  const languages = fieldText(part, 'content-language')?.match(/[^\s,;()]+/g) ?? []
  return [
    value === '' ? 'NIL' : list([string(value), parameterList(parameters)]),
    languages.length === 0 ? 'NIL' : list(languages.map(string)),
    nstring(fieldText(part, 'content-location')),
  ]
}

/** What a text part without a charset is in (RFC 2045, 5.2). */
function withCharset(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.some(([name]) => name === 'charset') ? parameters : [...parameters, ['charset', 'us-ascii']]
}

function parameterList(parameters: readonly Parameter[]): string {
  return parameters.length === 0 ? 'NIL' : list(parameters.flat().map(string))
}

/** Lines of the body, counted by their ends; what lies inside is counted once for all the parts around it. */
function lines(part: MimePart): number {
  const known = lineCounts.get(part)
  if (known !== undefined) return known
  let count = 0
  let position = part.bodyStart
  for (const inner of part.embedded ? [part.embedded] : part.children) {
    count += lineEnds(part.raw, position, inner.bodyStart) + lines(inner)
    position = inner.end
  }
  count += lineEnds(part.raw, position, part.end)
  lineCounts.set(part, count)
  return count
}

function lineEnds(raw: Buffer, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (raw[at] === 0x0a) count++
  return count
}

function list(items: readonly string[]): string {
  return `(${items.join(' ')})`
}
