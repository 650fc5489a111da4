/** One page for each program, and the list of them: what pages say that it can do. Cells are core's. */
import { capabilityOf, configurationFor, type Program, type ProgramKind, programs, type Protocol } from '@sparekey/core'
import { programKinds, serversOn } from '@sparekey/core/explain'
import type { Child } from 'hono/jsx'
import { day } from '../layout/day.ts'
import { Answer, Command, Elsewhere, Note, Opening, Part, Quote, Table } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import { programPath } from './paths.ts'
import { today } from './today.ts'
import type { Language } from '../layout/language.ts'
import type { Place } from '../layout/place.ts'
import type { ProgramWords, Words } from '../words/words.ts'

const protocols = ['imap', 'pop3', 'smtp'] as const satisfies readonly Protocol[]
const accounts = ['personal', 'work'] as const
type Account = (typeof accounts)[number]

export function programPages(lang: Language, words: Words): Page[] {
  return [listOfPrograms(lang, words), ...programs.map((program) => programPage(program, lang, words))]
}

function listOfPrograms(lang: Language, { programs: words }: Words): Page {
  const kinds = programKinds.filter((kind) => ofKinds([kind]).length > 0)
  return {
    path: sectionPages.programs,
    title: words.title,
    description: words.description,
    section: 'programs',
    wide: true,
    trail: [],
    body: (at) => (
      <>
        <Opening title={words.title} lead={words.lead} />
        {kinds.map((kind) => (
          <Part id={kind} title={words.kinds[kind]}>
            <Abilities at={at} kinds={[kind]} accounts={accounts} lang={lang} words={words} />
          </Part>
        ))}
        <Notes words={words} about={programs} />
      </>
    ),
  }
}

const ofKinds = (kinds: readonly ProgramKind[]) => programs.filter(({ kind }) => kinds.includes(kind))

type AbilitiesProps = {
  at: Place
  kinds: readonly ProgramKind[]
  accounts: readonly Account[]
  lang: Language
  words: ProgramWords
}

/** Which programs can sign in for these kinds of account, as a table. */
export function Abilities({ at, kinds, accounts, lang, words }: AbilitiesProps) {
  return (
    <Table
      label={`${words.canIt} ${kinds.map((kind) => words.kinds[kind]).join(', ')}`}
      groups={accounts.map((account) => ({ title: words[account], span: protocols.length }))}
      head={[words.name, ...accounts.flatMap(() => protocolNames(words))]}
      rows={ofKinds(kinds).map((program) => [
        <a href={at.to(programPath(program))}>{program.name[lang]}</a>,
        ...accounts.flatMap((account) =>
          protocols.map((protocol) => (
            <Ability program={program} protocol={protocol} account={account} words={words} />
          )),
        ),
      ])}
    />
  )
}

const protocolNames = (words: ProgramWords) => [words.receivingImap, words.receivingPop, words.sending]

type AbilityProps = { program: Program; protocol: Protocol; account: Account; words: ProgramWords }

/** What all versions together come to. */
function Ability({ program, protocol, account, words }: AbilityProps) {
  if (!program.protocols.includes(protocol)) return <Answer kind="absent" words={words.answers} />
  const { oauth, since } = capabilityOf(program, protocol, account)
  const range = program.versions.find((version) => version.oauth[protocol][account] === 'yes')?.range
  const from = since === undefined ? oauth === 'newer' && range && rangeIn(range, words) : words.since(since)
  return <Answer kind={oauth === 'newer' ? 'yes' : oauth} words={words.answers} more={from} />
}

function programPage(program: Program, lang: Language, { programs: words, findings }: Words): Page {
  const name = program.name[lang]
  return {
    path: programPath(program),
    title: words.pageTitle(name),
    description: words.describe(name),
    section: 'programs',
    scripts: ['copy'],
    trail: [{ path: sectionPages.programs, title: words.title }],
    body: (at) => (
      <article>
        <Opening title={words.pageTitle(name)} lead={words.describe(name)} />
        <Part id="abilities" title={words.canIt}>
          <Versions program={program} words={words} />
          <Notes words={words} about={[program]} />
        </Part>
        <Part id="what-now" title={words.whatNow}>
          {answersOf(program).has('yes') && <p>{takesTokens(program) ? words.canPresent : words.canOauth}</p>}
          {answersOf(program).has('no') && <p>{words.noOauth}</p>}
          {answersOf({ ...program, versions: program.versions.slice(0, 1) }).has('unknown') && <p>{words.tryIt}</p>}
          <Instead program={program} lang={lang} />
          <Switches program={program} lang={lang} words={words} />
          <OwnFile program={program} words={words} />
          <p>{words.commandLine}</p>
          <Command>{`sparekey settings ADDRESS --for ${program.id}\nsparekey check ADDRESS --program ${program.id}`}</Command>
        </Part>
        <Part id="messages" title={words.messages}>
          <Errors program={program} />
          <p>
            <a href={at.to(sectionPages.explain)}>{words.paste}</a>
          </p>
        </Part>
        <Sources program={program} lang={lang} words={words} />
        <p class="code">
          {findings.code} <code translate="no">{program.id}</code>
        </p>
      </article>
    ),
  }
}

/** Whether it takes a token from elsewhere, where others open a page of Microsoft's. */
const takesTokens = ({ kind }: Program) => kind === 'library' || kind === 'command-line'

/** What a program says about signing in to a personal account, over the protocols it speaks. */
const answersOf = ({ versions, protocols }: Program) =>
  new Set(versions.flatMap(({ oauth }) => protocols.map((protocol) => oauth[protocol].personal)))

function Versions({ program, words }: { program: Program; words: ProgramWords }) {
  const cell = (version: Program['versions'][number], protocol: Protocol, account: Account): Child => {
    if (!program.protocols.includes(protocol)) return <Answer kind="absent" words={words.answers} />
    const { [account]: answer, since } = version.oauth[protocol]
    return <Answer kind={answer} words={words.answers} more={since && answer === 'yes' && words.since(since)} />
  }
  return (
    <Table
      label={accounts.map((account) => words[account]).join(', ')}
      groups={accounts.map((account) => ({ title: words[account], span: protocols.length }))}
      head={[words.version, ...accounts.flatMap(() => protocolNames(words))]}
      rows={program.versions.map((version) => [
        rangeIn(version.range, words),
        ...accounts.flatMap((account) => protocols.map((protocol) => cell(version, protocol, account))),
      ])}
    />
  )
}

/** A range of versions as people say it; an edition's name stays what it is. */
function rangeIn(range: string, words: ProgramWords): string {
  if (range === '*') return words.everyVersion
  const [, sign, version = ''] = /^(>=|<) (\S+)$/.exec(range) ?? []
  if (sign === undefined) return range
  return sign === '<' ? words.before(version) : words.since(version)
}

function Switches({ program, lang, words }: { program: Program; lang: Language; words: ProgramWords }) {
  // Where no page tells a menu's name in this language, the English one is what there is.
  const places = new Map(
    program.versions.flatMap(({ switch: chosen }): [string, Language][] => {
      if (chosen?.[lang] !== undefined) return [[chosen[lang], lang]]
      return chosen?.en === undefined ? [] : [[chosen.en, 'en']]
    }),
  )
  if (places.size === 0) return null
  return (
    <>
      <h3>{words.where}</h3>
      <ul>
        {[...places].map(([place, language]) => (
          <li lang={language}>{place}</li>
        ))}
      </ul>
    </>
  )
}

/** What its user can do instead, in the words of the table. */
function Instead({ program, lang }: { program: Program; lang: Language }) {
  const ways = new Set(program.versions.flatMap(({ instead }) => instead?.[lang] ?? []))
  return (
    <>
      {[...ways].map((way) => (
        <Note>
          <p>{way}</p>
        </Note>
      ))}
    </>
  )
}

/** Whose settings the examples show, and the day: that of the newest evidence. */
const example = { address: 'hanako@hotmail.com', account: 'personal', source: 'domain', asOf: today } as const

/** The program's own file, where it reads one. */
function OwnFile({ program, words }: { program: Program; words: ProgramWords }) {
  const servers = serversOn(today, 'personal', example.address)
  const { file } = configurationFor(program, { ...example, servers })
  if (file === undefined) return null
  return (
    <>
      <h3>
        {words.file}: <code translate="no">{file.name}</code>
      </h3>
      <Command>{file.text.trimEnd()}</Command>
    </>
  )
}

function Errors({ program }: { program: Program }) {
  const errors = [...new Set(program.versions.flatMap(({ errors }) => errors))]
  if (errors.length === 0) return null
  return (
    <ul>
      {errors.map((error) => (
        <li>
          <Quote>{error}</Quote>
        </li>
      ))}
    </ul>
  )
}

function Sources({ program, lang, words }: { program: Program; lang: Language; words: ProgramWords }) {
  const pages = new Map(program.versions.flatMap(({ evidence }) => evidence.map(({ url, seen }) => [url, seen])))
  if (pages.size === 0) return null
  return (
    <Part id="sources" title={words.evidence}>
      <ul>
        {[...pages].map(([url, seen]) => (
          <li>
            <Elsewhere url={url} /> <span class="hint">{words.seen(day(seen, lang))}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What the cells mean that do not say yes or no, where there are any. */
function Notes({ words, about }: { words: ProgramWords; about: readonly Program[] }) {
  const unknown = about.some(({ versions, protocols }) =>
    versions.some(({ oauth }) =>
      protocols.some((protocol) => accounts.some((account) => oauth[protocol][account] === 'unknown')),
    ),
  )
  const absent = about.some((program) => protocols.some((protocol) => !program.protocols.includes(protocol)))
  if (!unknown && !absent) return null
  return (
    <p class="hint">
      {unknown && words.unknownNote} {absent && words.absentNote}
    </p>
  )
}
