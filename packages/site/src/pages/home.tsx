/** The first page: what this is, and the ways in. */
import { explain, type FindingCode } from '@sparekey/core'
import { day } from '../layout/day.ts'
import { Cards, Command, Opening, Part, Quote } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { Words } from '../words/words.ts'
import { findingPath } from './paths.ts'

/** What people meet most often, as the public threads about mail programs and Microsoft show it. */
const frequent: readonly FindingCode[] = [
  'basic-auth-retired',
  'app-password-needed',
  'smtp-auth-off-mailbox',
  'smtp-auth-off-tenant',
  'protocol-off',
  'mailbox-not-connected',
  'token-refused',
  'sender-not-allowed',
]

/** MS-SMTP-12 */
const refusal = '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'

export function homePage(lang: Language, { home }: Words): Page {
  return {
    path: 'index.html',
    title: home.title,
    description: home.description,
    scripts: ['copy'],
    body: (at) => (
      <>
        <div class="hero">
          <Opening title={home.heading} lead={home.lead}>
            <p class="actions">
              <a class="button" href={at.to(sectionPages.explain)}>
                {home.paste}
              </a>
              <a class="button quiet" href={at.to(sectionPages.settings)}>
                {home.findSettings}
              </a>
            </p>
          </Opening>
          <figure class="picture">
            <figcaption class="unseen">{home.picture.caption}</figcaption>
            <div class="says">
              <p class="label">{home.picture.says}</p>
              <Quote block>{refusal}</Quote>
            </div>
            <div class="means">
              <p class="label">{home.picture.means}</p>
              <p>
                <strong>{home.picture.meaning}</strong> {home.picture.next}
              </p>
            </div>
          </figure>
        </div>
        <Part id="who" title={home.who}>
          <Cards wide cards={home.cards.map(({ path, title, text }) => ({ href: at.to(path), title, text }))} />
        </Part>
        <Part id="story" title={home.story}>
          <p>{home.storyLead}</p>
          <ol class="story">
            {home.events.map((event) => (
              <li>
                <h3>
                  <time datetime={event.day}>{day(event.day, lang)}</time>
                  {event.title}
                </h3>
                <p>{event.text}</p>
              </li>
            ))}
          </ol>
        </Part>
        <Part id="frequent" title={home.frequent}>
          <ul class="links">
            {frequent.map((code) => (
              <li>
                <a href={at.to(findingPath(code))}>{explain(code, lang).title}</a>
              </li>
            ))}
            <li>
              <a class="all" href={at.to(sectionPages.findings)}>
                {home.allFindings}
              </a>
            </li>
          </ul>
        </Part>
        <Part id="program" title={home.program}>
          <p>{home.programText}</p>
          <Command>sparekey check hanako@hotmail.com</Command>
        </Part>
      </>
    ),
  }
}
