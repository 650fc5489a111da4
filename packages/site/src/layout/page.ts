import type { Child } from 'hono/jsx'
import type { Section } from '../words/sections.ts'
import type { Place } from './place.ts'

/** The first page of each part. */
export const sectionPages = {
  explain: 'explain.html',
  settings: 'settings.html',
  findings: 'findings/index.html',
  programs: 'programs/index.html',
  replies: 'replies/index.html',
  guides: 'guides/index.html',
} as const satisfies Record<Section, string>

/** The classic scripts of `browser/`, each a file of its own. */
type Script = 'copy' | 'explain' | 'settings'

/** One page in one language, before it has a frame. */
export type Page = {
  path: string
  /** What a search result and the tab show; the frame adds the site's name. */
  title: string
  description: string
  /** None for the home page. */
  section?: Section
  scripts?: readonly Script[]
  /** A page whose tables need the whole width has no contents beside it. */
  wide?: true
  /** Between the home page and this one: where the way up leads. */
  trail?: readonly { path: string; title: string }[]
  body: (at: Place) => Child
}
