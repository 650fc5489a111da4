/** What a browser brings back from Microsoft's page (RFC 6749, 4.1.2). */
export type Callback =
  | { kind: 'code'; code: string }
  | { kind: 'refused'; error: string; description: string }
  /** Not the answer to this sign-in, or not readable as one. */
  | { kind: 'foreign' }

const foreign = { kind: 'foreign' } as const

/**
 * Reads it. Anybody on this machine, and any page in the browser, may send something here: what does not name this
 * sign-in's `state` is none of its answers.
 * @param target a request's target, such as `/?code=…&state=…`
 */
export function readCallback(target: string, expectedState: string): Callback {
  const query = /^\/\?([^#]*)$/.exec(target)?.[1]
  if (query === undefined) return foreign
  const parameters = new URLSearchParams(query)
  const only = (name: string) => {
    const values = parameters.getAll(name)
    return values.length === 1 && values[0] !== '' ? values[0] : undefined
  }
  const said = (name: string) => parameters.has(name)
  if (expectedState === '' || only('state') !== expectedState || said('code') === said('error')) return foreign
  const code = only('code')
  if (code !== undefined && /^[\x20-\x7e]{1,8192}$/.test(code)) return { kind: 'code', code }
  const error = only('error')
  if (error === undefined) return foreign
  return { kind: 'refused', error, description: only('error_description') ?? '' }
}
