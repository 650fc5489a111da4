import type { ExplanationCode, FindingCode } from '../../errors/codes.ts'
import type { Protocol } from '../../settings/settings.ts'

/** A code that an explanation may have: a finding, or one of those that leave the cause open. */
export type ExplainedCode = FindingCode | ExplanationCode

/** A mail server, the identity service and its pages, the mail program or its library or machine, a delivery report. */
export type Speaker = 'server' | 'identity' | 'program' | 'bounce'

/** Where a wording or number was read, and on which day. */
export type Source = { readonly url: string; readonly seen: string }

/** A wording or number by which something is known, and what it means. */
export type Row = {
  readonly pattern: RegExp
  /** The likeliest first; the others are possible too. */
  readonly means: readonly [ExplainedCode, ...ExplainedCode[]]
  readonly protocol?: Protocol
  /** Its id in `programs`, where the wording is one program's. */
  readonly program?: string
  readonly source: Source
}

/** Rows about one subject. */
export type Table = {
  readonly kind: Speaker
  readonly rows: readonly Row[]
}

/** A page, and the day it was read. */
export const page = (url: string, seen = '2026-11-30'): Source => ({ url, seen })
