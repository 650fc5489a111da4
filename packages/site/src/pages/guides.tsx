/** The guides, and their list. */
import { explain, type ProgramKind } from '@sparekey/core'
import { Cards, Opening } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { Place } from '../layout/place.ts'
import { guides as en } from '../guides/en/en.ts'
import type { Guides, Parts } from '../guides/guide.ts'
import { guides as ja } from '../guides/ja/ja.ts'
import type { Words } from '../words/words.ts'
import { findingPath } from './paths.ts'
import { Abilities } from './programs.tsx'
import { currentSettings } from './settings.tsx'
import { today } from './today.ts'

const guides: Record<Language, Guides> = { en, ja }

const paths = {
  twoStep: 'guides/two-step-verification.html',
  devices: 'guides/copiers-and-nas.html',
  administrators: 'guides/administrators.html',
  developers: 'guides/test-microsoft-sign-in.html',
} as const satisfies Record<keyof Guides, string>

const subjects = Object.keys(paths) as (keyof Guides)[]

const kindsOf = {
  people: ['desktop', 'phone', 'web'],
  devices: ['copier', 'nas'],
} as const satisfies Record<string, readonly ProgramKind[]>

export function guidePages(lang: Language, words: Words): Page[] {
  const { title, description, lead } = words.guides
  const list: Page = {
    path: sectionPages.guides,
    title,
    description,
    section: 'guides',
    trail: [],
    body: (at) => (
      <>
        <Opening title={title} lead={lead} />
        <h2 class="unseen">{title}</h2>
        <Cards
          wide
          cards={subjects.map((subject) => ({
            href: at.to(paths[subject]),
            title: words.guides[subject].title,
            text: words.guides[subject].description,
          }))}
        />
      </>
    ),
  }
  return [list, ...subjects.map((subject) => guidePage(subject, lang, words))]
}

function guidePage(subject: keyof Guides, lang: Language, words: Words): Page {
  const { title, description } = words.guides[subject]
  return {
    path: paths[subject],
    title,
    description,
    section: 'guides',
    scripts: ['copy'],
    trail: [{ path: sectionPages.guides, title: words.guides.title }],
    body: (at) => (
      <article>
        <Opening title={title} lead={description} />
        {guides[lang][subject](partsAt(at, lang, words))}
      </article>
    ),
  }
}

function partsAt(at: Place, lang: Language, words: Words): Parts {
  return {
    at,
    finding: (code) => <a href={at.to(findingPath(code))}>{explain(code, lang).title}</a>,
    settings: (kind) => currentSettings(kind, today, words.settings),
    programs: (account, of) => (
      <Abilities at={at} kinds={kindsOf[of]} accounts={[account]} lang={lang} words={words.programs} />
    ),
  }
}
