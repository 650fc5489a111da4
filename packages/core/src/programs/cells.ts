import type { Ability, OAuthSupport, ProgramEvidence } from './program.ts'

/** The cells that nearly every row is made of. */
export const yes: OAuthSupport = { personal: 'yes', work: 'yes' }
export const no: OAuthSupport = { personal: 'no', work: 'no' }
export const unknown: OAuthSupport = { personal: 'unknown', work: 'unknown' }

/** A cell in which the kinds of account differ. */
export const apart = (personal: Ability, work: Ability): OAuthSupport => ({ personal, work })

/** A cell that has held since a version, build or day. */
export const since = (version: string, cell: OAuthSupport = yes): OAuthSupport => ({ ...cell, since: version })

/** Pages that were read on one day. */
export const seen = (day: string, ...urls: readonly string[]): ProgramEvidence[] =>
  urls.map((url) => ({ url, seen: day }))

/** A file of a public repository, as it stands at the newest commit: `owner/name/path`. */
export const github = (path: string): string => path.replace(/^([^/]+\/[^/]+)\//, 'https://github.com/$1/blob/HEAD/')

/**
 * Microsoft's page on signing in with XOAUTH2, which is the evidence that a program able to do it (no other mechanism
 * carries a token there) can sign in to both kinds of account.
 */
export const microsoftOnXoauth2 =
  'https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth'
