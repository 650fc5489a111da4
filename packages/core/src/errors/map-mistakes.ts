/** What is wrong in a server map: where, what, and what belongs to it. A mistake is data until somebody is told of it. */
type Params = {
  missing: object
  'not-json': object
  'too-large': { bytes: number }
  'not-an-object': object
  'not-a-list': object
  'not-text': object
  'not-version-1': object
  'not-a-day': { example: string }
  'not-a-time': object
  'not-a-certificate': object
  'not-a-target': { example: string }
  'name-not-a-target': { example: string }
  'not-a-url': object
  'name-not-a-url': object
  'not-an-http-url': object
  'name-not-an-http-url': object
  /** Not wrong by itself: it leads away from this machine. */
  'not-local': { target: string }
}

/** What is wrong at one place of a server map. */
export type MapMistakeCode = keyof Params

/** `path` is a JSON path such as `$.connect["imap-mail.outlook.com:993"]`. */
export type MapMistake<Code extends MapMistakeCode = MapMistakeCode> = {
  [C in Code]: { path: string; code: C; params: Params[C] }
}[Code]

/** What is said of each mistake in one language, its path included. */
export type MapMistakeWords = { readonly [C in MapMistakeCode]: (path: string, params: Params[C]) => string }

export const englishMistakes: MapMistakeWords = {
  missing: (path) => `${path}: is missing`,
  'not-json': (path) => `${path}: not JSON`,
  'too-large': (path, { bytes }) => `${path}: larger than ${bytes} bytes`,
  'not-an-object': (path) => `${path}: must be an object`,
  'not-a-list': (path) => `${path}: must be a list`,
  'not-text': (path) => `${path}: must be text`,
  'not-version-1': (path) => `${path}: must be 1`,
  'not-a-day': (path, { example }) => `${path}: must be a date such as ${example}`,
  'not-a-time': (path) => `${path}: must be an ISO 8601 time`,
  'not-a-certificate': (path) => `${path}: must be a certificate in PEM`,
  'not-a-target': (path, { example }) => `${path}: must be HOST:PORT, such as ${example}`,
  'name-not-a-target': (path, { example }) => `${path}: the name must be HOST:PORT, such as ${example}`,
  'not-a-url': (path) => `${path}: must be a URL`,
  'name-not-a-url': (path) => `${path}: the name must be a URL`,
  'not-an-http-url': (path) => `${path}: must be an http or https URL`,
  'name-not-an-http-url': (path) => `${path}: the name must be an http or https URL`,
  'not-local': (path, { target }) => `${path}: ${target}`,
}

/** One mistake in words. */
export function wordMistake(mistake: MapMistake, words: MapMistakeWords): string {
  const say = words[mistake.code] as (path: string, params: MapMistake['params']) => string
  return say(mistake.path, mistake.params)
}
