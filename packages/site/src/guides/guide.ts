import type { Child } from 'hono/jsx'
import type { FindingCode } from '@sparekey/core'
import type { Place } from '../layout/place.ts'

/** What a guide shows of the tables, and where its links lead. */
export type Parts = {
  at: Place
  /** A finding's page, under its title. */
  finding: (code: FindingCode) => Child
  /** The newest settings for a kind of account. */
  settings: (kind: 'personal' | 'work') => Child
  /** Which programs can sign in with Microsoft. */
  programs: (kind: 'personal' | 'work', of: 'people' | 'devices') => Child
}

/** A guide's text, written in one language. */
export type Guide = (parts: Parts) => Child

export type Guides = Record<'twoStep' | 'devices' | 'administrators' | 'developers', Guide>
