import type { Credentials } from '../credentials/credentials.ts'
import { sentenceIn } from '../signatures/signatures.ts'
import { base64, saslResponses } from '../protocols/sasl.ts'
import type { Protocol } from '../settings/settings.ts'

/**
 * Takes the secret or token out of what a server said, in whatever form the server repeats it. Whatever a server said goes
 * through this before it goes into an error, a result or a report, and before it is cut: of a secret that was cut first,
 * the rest would stay.
 */
export type Hide = (said: string) => string

/** From this length on a form is nothing that a server says by chance. */
const telling = 8

/**
 * Microsoft's own sentences stay whole: where the secret is a word of them (`password`), nothing was repeated.
 */
export function hiderOf(protocol: Protocol, { username, secret, token }: Credentials): Hide {
  const value = token ?? secret
  const forms = [
    value,
    value.replaceAll(/["\\]/g, String.raw`\$&`),
    // As a library reads it that takes bytes for letters.
    Buffer.from(value, 'utf8').toString('latin1'),
    base64(value),
    ...Object.values(saslResponses).map((response) => response(username, value)),
    // Capabilities are kept in upper case.
    ...(value.length < telling ? [] : [value.toUpperCase()]),
  ].filter((form) => form !== '')
  const cores = [0, 1, 2].map((before) => coreInBase64(value, before)).filter(({ length }) => length >= telling)
  return (said) => {
    const sentence = sentenceIn(protocol, said)
    const repeated = [
      ...forms.flatMap((form) => placesOf(form, said)),
      ...cores.flatMap((core) => placesOf(core, said, /[\w+/=]/)),
    ]
    return replace(
      said,
      repeated.filter(({ start, end }) => !sentence || start < sentence.start || end > sentence.end),
    )
  }
}

type Place = { start: number; end: number }

/** What a text is in the base64 of a longer one, with so many bytes before it, whatever they are. */
function coreInBase64(text: string, bytesBefore: number): string {
  const bytes = Buffer.concat([Buffer.alloc(bytesBefore), Buffer.from(text, 'utf8')])
  return bytes.toString('base64').slice(Math.ceil((bytesBefore * 8) / 6), Math.floor((bytes.length * 8) / 6))
}

/** @param around the letters that belong to it wherever they stand next to it */
function placesOf(form: string, text: string, around?: RegExp): Place[] {
  const places: Place[] = []
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, places.at(-1)!.end)) {
    let end = start + form.length
    while (around?.test(text.charAt(start - 1))) start--
    while (around?.test(text.charAt(end))) end++
    places.push({ start, end })
  }
  return places
}

function replace(text: string, places: Place[]): string {
  let replaced = ''
  let at = 0
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    // What overlaps is one.
    if (start >= at) replaced += `${text.slice(at, start)}[hidden]`
    at = Math.max(at, end)
  }
  return replaced + text.slice(at)
}
