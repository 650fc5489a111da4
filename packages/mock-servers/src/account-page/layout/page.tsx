/** The frame around every page: what this is, where one is, the one heading, the language, the mock's time. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { mockBanner } from '../../http/mock-banner.ts'
import { Instant, PostForm } from './elements.tsx'
import type { Language } from '../../http/languages.ts'
import { asNotice } from '../words/notices.ts'
import type { Env, Visitor } from '../visit/options.ts'
import { pathWithReturn } from '../visit/return-path.ts'

export type Page = {
  title: string
  /** Undefined for 200. */
  status?: ContentfulStatusCode
  /** The page names what went wrong: its title says so first, since that is what a screen reader reads first. */
  problem?: boolean
  /** Updates itself while it is open, where the browser runs scripts. */
  live?: boolean
  /** Goes on to another address after so many seconds. */
  goOn?: { seconds: number; to: string } | undefined
}

export function page<Own extends Env>(context: Context<Own>, about: Page, body: Child): Response | Promise<Response> {
  const visitor = context.get('visitor')
  const { pathname, search } = new URL(context.req.url)
  const shown = (
    <Layout
      visitor={visitor}
      about={about}
      path={pathname}
      back={context.req.method === 'GET' ? pathname + search : '/'}
    >
      <Notice visitor={visitor} name={context.req.query('notice')} />
      {body}
    </Layout>
  )
  return context.html(shown, about.status ?? 200)
}

type LayoutProps = { visitor: Visitor; about: Page; path: string; back: string; children?: Child }

function Layout({ visitor, about, path, back, children }: LayoutProps) {
  const { messages, language, now } = visitor
  const banner = mockBanner[language]
  const title = about.problem ? messages.layout.problemTitle(about.title) : about.title
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {about.goOn && <meta http-equiv="refresh" content={`${about.goOn.seconds};url=${about.goOn.to}`} />}
          <title>{messages.layout.documentTitle(title)}</title>
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/assets/style.css" />
          {about.live && <script type="module" src="/assets/live.js" />}
        </head>
        <body>
          <a class="skip" href="#main">
            {messages.layout.skip}
          </a>
          <p class="banner" role="note">
            <strong>{banner.mock}</strong> {banner.meaning}
          </p>
          <header class="top">
            <a class="site" href="/">
              {messages.layout.site}
            </a>
            {visitor.session && <SignedIn visitor={visitor} address={visitor.session.account.address} />}
            {visitor.session && <Navigation visitor={visitor} path={path} />}
          </header>
          <main id="main" tabindex={-1}>
            <h1 dir="auto">{about.title}</h1>
            {children}
          </main>
          <footer>
            <p>
              {messages.layout.clock} <Instant at={now} language={language} />
            </p>
            <LanguageSwitch visitor={visitor} back={back} />
          </footer>
        </body>
      </html>
    </>
  )
}

function SignedIn({ visitor, address }: { visitor: Visitor; address: string }) {
  return (
    <PostForm action="/signout" visitor={visitor} class="who">
      <span>
        {visitor.messages.layout.signedInAs} <strong>{address}</strong>
      </span>
      <button class="plain">{visitor.messages.layout.signOut}</button>
    </PostForm>
  )
}

function Navigation({ visitor, path }: { visitor: Visitor; path: string }) {
  const { navigation } = visitor.messages.layout
  const places = [
    ['/', navigation.overview, /^$/],
    ['/security', navigation.security, /^\/(proofs|password)/],
    ['/mail/settings', navigation.mailSettings, /^$/],
    ['/activity', navigation.activity, /^$/],
    ['/mail', navigation.mail, /^\/mail\/folders/],
  ] as const
  return (
    <nav aria-label={navigation.label}>
      <ul>
        {places.map(([href, name, within]) => (
          <li>
            <a href={href} aria-current={href === path ? 'page' : within.test(path) ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const languageNames = { en: 'English', ja: '日本語' } as const satisfies Record<Language, string>

function LanguageSwitch({ visitor, back }: { visitor: Visitor; back: string }) {
  return (
    <nav aria-label={visitor.messages.layout.languages}>
      <ul>
        {Object.entries(languageNames).map(([language, name]) => (
          <li>
            <a
              href={pathWithReturn('/language', back, { to: language })}
              lang={language}
              hreflang={language}
              aria-current={language === visitor.language ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What a form has done. The address names it by a word of ours, so that nobody can put words into the page. */
function Notice({ visitor, name }: { visitor: Visitor; name: string | undefined }) {
  const notice = asNotice(name)
  return (
    notice && (
      <p class="notice" role="status">
        {visitor.messages.notices[notice]}
      </p>
    )
  )
}
