import type { Protocol } from '../settings/settings.ts'

/** What a page says that a program can do; `unknown`: no page was found that says it. */
export type Ability = 'yes' | 'no' | 'unknown'

/** Whether a program signs in with OAuth 2.0 to Microsoft over one protocol, by the kind of account. */
export type OAuthSupport = {
  personal: Ability
  work: Ability
  /** The first version or build that does, or the day, where a page tells. */
  since?: string
}

/** Where a thing was read, and the day it was seen there (`2026-11-30`). */
export type ProgramEvidence = { url: string; seen: string }

/** Versions of a program that can do the same. */
export type ProgramVersion = {
  /** `*` for all; else bounds (`>= 1.8.13`, `< 1.8.13`) or an edition's name. */
  range: string
  oauth: Readonly<Record<Protocol, OAuthSupport>>
  /** Where OAuth 2.0 is chosen, in the words of the program's own menus and files; a language without a page is left out. */
  switch?: { en?: string; ja?: string }
  /** What its user can do instead, where it cannot sign in with OAuth 2.0. */
  instead?: { en: string; ja: string }
  /** What the program shows when a sign-in fails, by its beginning where the rest varies. */
  errors: readonly string[]
  evidence: readonly ProgramEvidence[]
}

/** What kind of thing signs in. */
export const programKinds = ['desktop', 'phone', 'web', 'command-line', 'library', 'copier', 'nas'] as const
export type ProgramKind = (typeof programKinds)[number]

/** What a program's own settings call the fields and their values. */
export type DialogWords = {
  server: string
  port: string
  security: string
  authentication: string
  username: string
  values: { tls: string; starttls: string; oauth2: string; password: string }
}

/** A mail program, phone, device or library, and what pages say of it. */
export type Program = {
  /** Lower-case letters, digits and hyphens; never changes. */
  id: string
  name: { en: string; ja: string }
  kind: ProgramKind
  /** What it speaks at all. A program that does not speak a protocol has `no` there. */
  protocols: readonly Protocol[]
  versions: readonly ProgramVersion[]
  /** The words of its dialog, where they were read. */
  dialog?: { en: DialogWords; ja: DialogWords }
}
