import { findingBehind } from '../oauth/refusal.ts'
import type { Peeled } from './peel/peel.ts'
import type { Sentence } from './sentence.ts'

/** Who reads it off a picture may have letters for figures. */
const number = /\bAADSTS ?((?=[OIl]{0,9}\d)[\dOIl]{4,9})\b/gi
const figures: readonly [RegExp, string][] = [
  [/O/gi, '0'],
  [/[Il]/gi, '1'],
]
/** RFC 6749, 4.1.2.1 and 5.2; RFC 8628, 3.5; OpenID Connect Core, 3.1.2.6; Microsoft's own. None is a word of any language. */
const word =
  /\b(authorization_declined|expired_token|access_denied|consent_required|interaction_required|login_required|account_selection_required|invalid_client|unauthorized_client|unsupported_grant_type|unsupported_response_type|invalid_grant|bad_verification_code|slow_down|server_error|temporarily_unavailable|invalid_scope|invalid_request|invalid_resource)\b/g

/** That the owner has not signed in yet: no failure, but the answer to every poll until then (MS-OAUTH-04, MS-OAUTH-05). */
const pending = 70016

/** How far around a number or word the service's own description reaches. */
const reach = 500

/** The refusals of the identity service: Microsoft's numbers, else the words of the standards. */
export function byIdentity({ flat }: Peeled): Sentence[] {
  const numbers = [...flat.matchAll(number)]
  const words = [...flat.matchAll(word)]
  if (numbers.length > 0) {
    return numbers.flatMap(({ index, 0: found, 1: digits }) => {
      const error = words.findLast((word) => Math.abs(word.index - index) < reach)?.[1] ?? ''
      const aadsts = Number(figures.reduce((read, [letter, figure]) => read.replaceAll(letter, figure), digits ?? ''))
      if (aadsts === pending) return []
      const code = findingBehind({ error, aadsts, description: flat.slice(index, index + reach) })
      return { ...sentence(code, index, endOf(flat, index + found.length)), aadsts }
    })
  }
  return words.map(({ index, 0: error }) => {
    const description = flat.slice(Math.max(0, index - reach), index + reach)
    return sentence(findingBehind({ error, description }), index, endOf(flat, index + error.length))
  })
}

function sentence(code: Sentence['code'], start: number, end: number): Sentence {
  const known = code !== 'unknown-refusal'
  return {
    kind: 'identity',
    code,
    certainty: known ? 'certain' : 'possible',
    also: [],
    start,
    end,
    ...(!known && { vague: true }),
  }
}

/** To the end of the sentence: what follows is trace ids and the like. */
function endOf(flat: string, from: number): number {
  const rest = flat.slice(from, from + 250)
  const stop = /(?:[.!?](?=\s|$)| Trace ID| Correlation ID|["}])/.exec(rest)
  return from + (stop === null ? rest.length : stop.index + (/^[.!?]/.test(stop[0]) ? 1 : 0))
}
