import type { ListOf, MistakeWords } from './mistake.ts'

const lists: Readonly<Record<ListOf, string>> = {
  addresses: 'addresses',
  accounts: 'accounts',
  tenants: 'tenants',
  clients: 'clients',
  scopes: 'scopes',
  paths: 'paths to .eml files',
}

/** `"a", "b" or "c"` */
function quoted(values: readonly string[], and: 'and' | 'or'): string {
  const all = values.map((value) => JSON.stringify(value))
  return [all.slice(0, -1).join(', '), all.at(-1)].filter(Boolean).join(` ${and} `)
}

export const englishMistakes: MistakeWords = {
  missing: () => 'is missing',
  empty: () => 'must not be empty',
  'not-text': () => 'must be text',
  'too-long': ({ characters }) => `must have at most ${characters} characters`,
  'not-true-or-false': () => 'must be true or false',
  'not-a-number': () => 'must be a number',
  'not-whole': () => 'must be a whole number',
  'too-small': ({ least }) => `must be at least ${least}`,
  'too-many-seconds': ({ most }) => `must be at most ${most} seconds`,
  'not-an-object': () => 'must be an object',
  'unknown-key': ({ known }) => `is not known here; known are ${known.join(', ')}`,
  'not-one-of': ({ values }) => `must be ${quoted(values, 'or')}`,
  'not-a-list-of': ({ what }) => `must be a list of ${lists[what]}`,
  'not-a-list-of-values': ({ values }) => `must be a list of ${quoted(values, 'and')}`,
  'too-many': ({ most, what }) => `must have at most ${most} ${lists[what]}`,

  'not-an-address': ({ example }) => `must be a mail address, such as ${example}`,
  'not-a-domain': ({ example }) => `must be a mail domain, such as ${example}`,
  'not-a-date': ({ example }) => `must be an ISO date, such as ${example}`,
  'not-an-instant': ({ example }) => `must be an ISO date or instant, such as ${example}`,
  'not-a-duration': ({ example }) => `must be an ISO duration, such as ${example}`,
  'not-a-redirect-uri': () => 'must be an absolute address without a fragment',
  'not-a-client-id': () => 'must be 1 to 100 letters, digits, and any of . _ -',
  'not-a-folder-name': () => 'cannot be the name of a folder',
  'not-folders-with-paths': () => 'must be an object: folder names, each with a list of paths',
  'not-addresses-with-folders': () => 'must be an object: addresses, each with its folders',
  'not-an-aadsts-number': ({ example }) => `must be an AADSTS number, such as ${example}`,
  'no-change-of-the-clock': () => 'must have now, advance or frozen',

  'address-of-another-account': () => 'belongs to another account already',
  'address-of-an-account': () => 'belongs to an account already',
  'address-of-no-account': () => 'no account has this address',
  'domain-twice': () => 'is described twice',
  'not-the-domain-of-the-path': () => 'must be the domain in the address',
  'id-of-another-client': () => 'is the id of another client already',
  'secret-of-a-public-client': () => 'must be left out: a public client has none',
  'secret-missing': () => 'is missing: a confidential client proves itself with it',
  'folder-too-many': () => 'is a folder too many',
  'does-not-fit': ({ reason }) => `does not fit: ${reason}`,

  'not-a-number-from': ({ min, max, whole }) => `must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}`,
  'not-a-word': ({ words }) => `must be one of ${words.join(', ')}`,
  'not-a-host': () => 'must be a host name or an IP address',
  'beyond-the-year-9999': () => 'must not lead beyond the year 9999',
  'client-not-registered': () => 'is not registered',
  'scope-unknown': () => 'has a scope that does not exist',
  'aadsts-without-words': ({ known }) =>
    `must be an AADSTS number the mock has words for, or one of ${known.join(', ')}`,
}
