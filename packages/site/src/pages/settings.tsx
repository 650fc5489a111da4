/** The settings for an address and a day: asked for in the browser, and without scripts every table there is. */
import { serversOn } from '@sparekey/core/explain'
import { day } from '../layout/day.ts'
import { Note, Opening, Part, Table } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { SettingsWords, Words } from '../words/words.ts'

type Kind = 'personal' | 'work'
type Server = ReturnType<typeof serversOn>[number]

const kinds = ['personal', 'work'] as const satisfies readonly Kind[]

export function settingsPage(lang: Language, { settings }: Words): Page {
  return {
    path: sectionPages.settings,
    title: settings.title,
    description: settings.description,
    section: 'settings',
    scripts: ['settings'],
    trail: [],
    body: () => (
      <>
        <Opening title={settings.title} lead={settings.lead} />
        <Question words={settings} />
        <Part id="all" title={settings.allTables}>
          <p>{settings.allTablesLead}</p>
          {kinds.map((kind) => (
            <>
              <h3>{settings.kinds[kind]}</h3>
              {erasOf(kind).map((era) => (
                <EraTable kind={kind} era={era} lang={lang} words={settings} />
              ))}
            </>
          ))}
        </Part>
      </>
    ),
  }
}

/** What the script asks and answers; without it, none of this is seen. */
function Question({ words }: { words: SettingsWords }) {
  return (
    <div class="tool" id="tool" hidden data-words={JSON.stringify(wordsOfScript(words))}>
      <form id="form" novalidate>
        <div class="fields">
          <div class="field">
            <label for="address">{words.address}</label>
            <input
              id="address"
              type="email"
              autocomplete="email"
              spellcheck={false}
              aria-describedby="address-hint problem"
            />
            <span class="hint" id="address-hint">
              {words.addressHint}
            </span>
          </div>
          <div class="field">
            <label for="day">{words.day}</label>
            <input id="day" type="date" min="2013-01-01" max="2099-12-31" aria-describedby="day-hint" />
            <span class="hint" id="day-hint">
              {words.dayHint}
            </span>
          </div>
        </div>
        <p class="problem" id="problem" role="alert"></p>
        <fieldset id="kind" hidden aria-describedby="kind-hint">
          <legend>{words.kind}</legend>
          {kinds.toReversed().map((kind) => (
            <p class="choice">
              <input id={`kind-${kind}`} type="radio" name="kind" value={kind} checked={kind === 'work'} />
              <label for={`kind-${kind}`}>{words.kinds[kind]}</label>
            </p>
          ))}
          <p class="hint" id="kind-hint">
            {words.kindHint}
          </p>
        </fieldset>
        <p class="actions">
          <button class="button" type="submit">
            {words.show}
          </button>
        </p>
        <p class="privacy">{words.privacy}</p>
      </form>
      <section id="answer" aria-live="polite" aria-labelledby="answer-title" hidden>
        <h2 id="answer-title">{words.heading}</h2>
        <div id="servers"></div>
      </section>
    </div>
  )
}

/** The words that `browser/settings.ts` needs. */
const wordsOfScript = (words: SettingsWords) => {
  const { protocols, fields, security, authentication, separator, on, off, passwordsEnded, notAnAddress } = words
  const rollOut = words.rollOut('{from}', '{until}')
  return { protocols, fields, security, authentication, separator, on, off, passwordsEnded, notAnAddress, rollOut }
}

/** A time in which the settings stay the same: its first day (none at the beginning), and the first after it. */
type Era = { from: string | undefined; until: string | undefined; servers: readonly Server[] }

const dayMs = 86_400_000
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The newest first. Found by looking at every day, so that the tables of core alone say when something changes. */
export function erasOf(kind: Kind): Era[] {
  const eras: Era[] = []
  for (let at = Date.UTC(2013, 0); at < Date.UTC(2030, 0); at += dayMs) {
    const servers = serversOn(isoDay(at), kind, '')
    const last = eras[0]
    if (last && JSON.stringify(last.servers) === JSON.stringify(servers)) continue
    if (last) last.until = isoDay(at)
    eras.unshift({ from: last && isoDay(at), until: undefined, servers })
  }
  return eras
}

export function currentSettings(kind: Kind, today: string, words: SettingsWords) {
  return <ServerTable servers={serversOn(today, kind, '')} caption={words.kinds[kind]} words={words} />
}

function EraTable({ kind, era, lang, words }: { kind: Kind; era: Era; lang: Language; words: SettingsWords }) {
  const { from, until, servers } = era
  const last = until && day(isoDay(Date.parse(until) - dayMs), lang)
  const caption =
    from === undefined
      ? words.until(last ?? '')
      : last
        ? words.between(day(from, lang), last)
        : words.from(day(from, lang))
  return (
    <>
      <ServerTable servers={servers} caption={caption} label={`${words.kinds[kind]}, ${caption}`} words={words} />
      <RollOutNote servers={servers} lang={lang} words={words} />
      {servers.every(({ authentication }) => !authentication.includes('password')) && (
        <Note kind="warning">
          <p>{words.passwordsEnded}</p>
        </Note>
      )}
    </>
  )
}

function RollOutNote({ servers, lang, words }: { servers: readonly Server[]; lang: Language; words: SettingsWords }) {
  const rollOut = servers.find((server) => server.rollOut)?.rollOut
  if (!rollOut) return null
  return (
    <Note>
      <p>{words.rollOut(day(rollOut.from, lang), day(rollOut.until, lang))}</p>
    </Note>
  )
}

type ServerTableProps = { servers: readonly Server[]; caption: string; label?: string; words: SettingsWords }

function ServerTable({ servers, caption, label, words }: ServerTableProps) {
  const { fields } = words
  return (
    <Table
      caption={caption}
      {...(label !== undefined && { label })}
      head={['', fields.host, fields.port, fields.security, fields.authentication, fields.username]}
      rows={servers.map(({ protocol, host, port, security, authentication }) => [
        words.protocols[protocol],
        <code translate="no">{host}</code>,
        <code translate="no">{port}</code>,
        words.security[security],
        authentication.map((way) => words.authentication[way]).join(words.separator),
        words.yourAddress,
      ])}
    />
  )
}
