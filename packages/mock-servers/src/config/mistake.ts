/** What is wrong in a configuration or a request: where, what, and what belongs to it. Data until somebody is told of it. */

/** What each mistake speaks of. Never the value that is wrong: it might be a password. */
type Params = {
  missing: object
  empty: object
  'not-text': object
  'too-long': { characters: number }
  'not-true-or-false': object
  'not-a-number': object
  'not-whole': object
  'too-small': { least: number }
  'too-many-seconds': { most: number }
  'not-an-object': object
  'unknown-key': { known: readonly string[] }
  'not-one-of': { values: readonly string[] }
  'not-a-list-of': { what: ListOf }
  'not-a-list-of-values': { values: readonly string[] }
  'too-many': { most: number; what: ListOf }

  'not-an-address': { example: string }
  'not-a-domain': { example: string }
  'not-a-date': { example: string }
  'not-an-instant': { example: string }
  'not-a-duration': { example: string }
  'not-a-redirect-uri': object
  'not-a-client-id': object
  'not-a-folder-name': object
  'not-folders-with-paths': object
  'not-addresses-with-folders': object
  'not-an-aadsts-number': { example: string }
  'no-change-of-the-clock': object

  'address-of-another-account': object
  'address-of-an-account': object
  'address-of-no-account': object
  'domain-twice': object
  'not-the-domain-of-the-path': object
  'id-of-another-client': object
  'secret-of-a-public-client': object
  'secret-missing': object
  'folder-too-many': object
  'does-not-fit': { reason: string }

  'not-a-number-from': { min: number; max: number; whole: boolean }
  'not-a-word': { words: readonly string[] }
  'not-a-host': object
  'beyond-the-year-9999': object
  'client-not-registered': object
  'scope-unknown': object
  'aadsts-without-words': { known: readonly string[] }
}

export type ListOf = 'addresses' | 'accounts' | 'tenants' | 'clients' | 'scopes' | 'paths'

export type MistakeCode = keyof Params

/** `path` is a JSON path such as `$.accounts[0].address`, or a field of a query such as `?port`. */
export type Mistake<Code extends MistakeCode = MistakeCode> = {
  [C in Code]: { path: string; code: C; params: Params[C] }
}[Code]

/** What is said of each mistake in one language, behind its path. */
export type MistakeWords = { readonly [C in MistakeCode]: (params: Params[C]) => string }

/** `$.mail["hanako@hotmail.com"].Inbox[0]` */
export function jsonPath(keys: readonly (string | number)[]): string {
  const steps = keys.map((key) => {
    if (typeof key === 'number') return `[${key}]`
    return /^[a-z_]\w*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
  })
  return `$${steps.join('')}`
}
