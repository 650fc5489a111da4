/** The frame around every page: what is loaded (nothing from elsewhere), the way around, the other language. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { FrameWords } from '../words/words.ts'
import { sections } from '../words/sections.ts'
import { type Page, sectionPages } from './page.ts'
import { type Language, languages } from './language.ts'
import { type Place, placeOf } from './place.ts'

/**
 * Nothing is loaded but style and scripts that lie beside the page, and no script may ask for anything. `file:` is for
 * pages opened from a disk, which have no origin that `'self'` could mean: Chromium and Firefox take it for the disk all
 * the same, but no standard says so.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self' file:",
  "script-src 'self' file:",
  "img-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const languageNames = { en: 'English', ja: '日本語' } as const satisfies Record<Language, string>

/** A page as the text of its file. `site`: where it is published, if that is known (`https://example.org/sparekey/`). */
export async function render(lang: Language, page: Page, words: FrameWords, site?: string): Promise<string> {
  const at = placeOf(lang, page.path)
  const body = await text(page.body(at))
  const document = (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{page.section === undefined ? page.title : `${page.title} – ${words.site}`}</title>
        <meta name="description" content={page.description} />
        <Alternates at={at} site={site} />
        <link rel="icon" href={at.asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={at.asset('site.css')} />
        {page.scripts?.map((name) => (
          <script src={at.asset(`${name}.js`)} defer></script>
        ))}
      </head>
      <body data-copy={words.copy} data-copied={words.copied}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Top page={page} at={at} words={words} />
        <main id="main" tabindex={-1}>
          <Trail page={page} at={at} words={words} />
          {page.section !== undefined && page.wide === undefined && <Contents body={body} words={words} />}
          <div>{raw(body)}</div>
        </main>
        <Bottom words={words} />
      </body>
    </html>
  )
  return `<!doctype html>\n${await text(document)}\n`
}

/** hono's elements are text, or will be. */
const text = async (child: Child): Promise<string> => String(await child)

/** The twins. Search engines want whole addresses, which only the publisher knows. */
function Alternates({ at, site }: { at: Place; site: string | undefined }) {
  const address = (lang: Language) => (site === undefined ? at.in(lang) : site + placeOf(lang, at.path).file)
  return (
    <>
      {site !== undefined && <link rel="canonical" href={address(at.lang)} />}
      {languages.map((lang) => (
        <link rel="alternate" hreflang={lang} href={address(lang)} />
      ))}
    </>
  )
}

function Top({ page, at, words }: { page: Page; at: Place; words: FrameWords }) {
  return (
    <header class="top">
      <div class="inner">
        <a class="logo" href={at.to('index.html')} aria-current={page.path === 'index.html' ? 'page' : undefined}>
          <Key />
          {words.site}
        </a>
        <nav class="sections" aria-label={words.navigation}>
          <ul>
            {sections.map((section) => (
              <li>
                <a
                  href={at.to(sectionPages[section])}
                  aria-current={
                    page.path === sectionPages[section] ? 'page' : page.section === section ? 'true' : undefined
                  }
                >
                  {words.sections[section]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSwitch at={at} words={words} />
      </div>
    </header>
  )
}

function LanguageSwitch({ at, words }: { at: Place; words: FrameWords }) {
  return (
    <nav class="languages" aria-label={words.language}>
      {languages
        .filter((lang) => lang !== at.lang)
        .map((lang) => (
          <a href={at.in(lang)} hreflang={lang} lang={lang} rel="alternate">
            {languageNames[lang]}
          </a>
        ))}
    </nav>
  )
}

function Trail({ page, at, words }: { page: Page; at: Place; words: FrameWords }) {
  if (page.trail === undefined) return null
  return (
    <nav class="trail" aria-label={words.trail}>
      <ol>
        <li>
          <a href={at.to('index.html')}>{words.home}</a>
        </li>
        {page.trail.map(({ path, title }) => (
          <li>
            <a href={at.to(path)}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The parts of a long page, each by its heading. */
function Contents({ body, words }: { body: string; words: FrameWords }) {
  const parts = [...body.matchAll(/<h2 id="(?<id>[^"]+)"><a [^>]*>(?<title>.*?)<\/a><\/h2>/g)]
  if (parts.length < longFrom) return null
  return (
    <nav class="contents" aria-labelledby="contents">
      <p id="contents">{words.contents}</p>
      <ol>
        {parts.map(({ groups }) => (
          <li>
            <a href={`#${groups!['id']}`}>{raw(groups!['title']!)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** From so many parts on, a page shows its contents. */
const longFrom = 4

function Bottom({ words }: { words: FrameWords }) {
  return (
    <footer>
      <div class="inner">
        <p>{words.privacy}</p>
        <p>{words.evidence}</p>
        <p class="legal">{words.legal}</p>
      </div>
    </footer>
  )
}

/** The mark: a key. Drawn with the text's colour. */
function Key() {
  return raw(
    '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="8"/><g fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><circle cx="11" cy="16" r="5"/><path d="M16 16h10v4M21 16v3"/></g></svg>',
  )
}
