/** What one row of docs/microsoft-sign-in.md says. */
export type Row = {
  /** Such as `MS-POP3-07`; never given to anything else. */
  readonly id: string
  readonly service: 'calendar' | 'accounts' | 'pop3' | 'imap' | 'smtp' | 'identity'
  /** `rival`: another row has the better support; `not-emulated`: the mock does not say it yet. */
  readonly standing: 'current' | 'rival' | 'not-emulated'
  /** When the words are said; for a row without words, what holds. Markdown. */
  readonly condition: string
  /** Every wording seen for it, as it goes over the wire but for its placeholders. */
  readonly words: readonly Wording[]
  readonly period: Period
  readonly confidence: Confidence
  readonly sources: readonly Source[]
}

export type Wording = {
  /** Lines end with CRLF, but for the last. `{tag}` and the like are placeholders. */
  readonly text?: string
  /** OAuth's word (RFC 6749, 5.2) or Graph's code. */
  readonly error?: string
  readonly suberror?: string
  /** HTTP status, where it is known. */
  readonly status?: number
}

export type Period = {
  /** I: passwords are taken; II: refused, though still offered; III: the servers say so themselves. */
  readonly phases: readonly ('I' | 'II' | 'III')[]
  /** A year or a day. */
  readonly from?: string
  readonly until?: string
  readonly note?: string
}

export type Confidence = {
  readonly basis: 'official' | 'announced' | 'seen' | 'assumed'
  /** How many independent sources have the words, at least. */
  readonly sources?: number
  /** The whole of it, in words. Markdown. */
  readonly text: string
}

export type Source = {
  readonly name: string
  readonly url?: string
  /** The day, month or year it is of; `null` if that is not known. */
  readonly day: string | null
  readonly note?: string
}

/** A number of the identity service, such as 50057 for `AADSTS50057`. */
export type ErrorNumber = {
  readonly number: number
  /** Microsoft's name for it, or the beginning of its sentence. */
  readonly name: string
  readonly confidence: Confidence
  readonly sources: readonly Source[]
}

export type Placeholder = { readonly meaning: string; readonly example: string }

export type Evidence = {
  readonly placeholders: Readonly<Record<string, Placeholder>>
  readonly rows: readonly Row[]
  readonly numbers: readonly ErrorNumber[]
}
