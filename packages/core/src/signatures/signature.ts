import type { FindingCode } from '../errors/codes.ts'
import type { Protocol } from '../settings/settings.ts'

/**
 * What a sentence of a server's means. `plain-refusal` is Microsoft's one answer to many causes; only the circumstances
 * tell them apart.
 */
export type Meaning = FindingCode | 'plain-refusal'

/** How surely a sentence means it: in so many words, most likely, or as one cause of several. */
export type Sureness = 'certain' | 'likely' | 'possible'

/** A sentence that a server is known by. */
export type Signature = {
  on: Protocol
  /** Finds words that stand together, and nothing of what a server puts between them: they may be quoted whole. */
  pattern: RegExp
  means: Meaning
  certainty: Sureness
  /** An id of docs/microsoft-sign-in.md, an RFC, or a page and the day it was seen. */
  evidence: string
}

/** A row as it is written in the tables of this folder; `certain` where it does not say how sure it is. */
export type Row = readonly [pattern: RegExp, means: Meaning, evidence: string, certainty?: Sureness]

export function signaturesOn(protocol: Protocol, rows: readonly Row[]): Signature[] {
  return rows.map(([pattern, means, evidence, certainty = 'certain']) => ({
    on: protocol,
    pattern,
    means,
    certainty,
    evidence,
  }))
}
