/** The settings page's question and answer. Asks nobody: what a domain does not tell, the person is asked. */
import { homeAt, serversOn } from '@sparekey/core/explain'
import { day as dayInWords } from '../layout/day.ts'
import type { SettingsWords } from '../words/words.ts'
import { copyButton } from './copy-button.ts'
import { find, make, today } from './element.ts'

type Kind = 'personal' | 'work'
/** The page's words, with places for days where the page has functions. */
type Words = Omit<SettingsWords, 'rollOut'> & { rollOut: string }
type Server = ReturnType<typeof serversOn>[number]

const tool = find(HTMLElement, '#tool')
const words = JSON.parse(tool.dataset['words'] ?? '{}') as Words
const lang = document.documentElement.lang === 'ja' ? 'ja' : 'en'
const address = find(HTMLInputElement, '#address')
const day = find(HTMLInputElement, '#day')
const kind = find(HTMLFieldSetElement, '#kind')
const problem = find(HTMLElement, '#problem')
const answer = find(HTMLElement, '#answer')

day.value = today()
tool.hidden = false
find(HTMLFormElement, '#form').addEventListener('submit', (event) => {
  event.preventDefault()
  complain()
  show()
})
tool.addEventListener('input', show)
// Only when a person has finished: while they type, it is no address yet.
address.addEventListener('change', complain)

function complain(): void {
  const wrong = address.value.trim() !== '' && domainOf(address.value) === undefined
  problem.textContent = wrong ? words.notAnAddress : ''
}

/** The domain of a mail address in lower case, `undefined` while it is none. */
function domainOf(text: string): string | undefined {
  return /^[^\s@]+@(?<domain>[^\s@]+\.[^\s@.]{2,})$/.exec(text.trim())?.groups?.['domain']?.toLowerCase()
}

function show(): void {
  const domain = domainOf(address.value)
  if (domain !== undefined) problem.textContent = ''
  const home = domain === undefined ? undefined : homeAt(domain)
  kind.hidden = domain === undefined || home !== undefined
  answer.hidden = domain === undefined
  if (domain === undefined) return
  const chosen = find(HTMLInputElement, 'input:checked', kind).value as Kind
  const servers = serversOn(day.value || today(), home?.account ?? chosen, address.value.trim(), home?.cloud)
  const rollOut = servers.find((server) => server.rollOut)?.rollOut
  const ended = servers.every(({ authentication }) => !authentication.includes('password'))
  find(HTMLElement, '#servers').replaceChildren(
    ...(ended ? [make('div', { class: 'note warning' }, make('p', {}, words.passwordsEnded))] : []),
    ...(rollOut ? [make('div', { class: 'note' }, make('p', {}, told(rollOut)))] : []),
    make('div', { class: 'servers' }, ...servers.map(serverCard)),
  )
}

function told({ from, until }: NonNullable<Server['rollOut']>): string {
  return words.rollOut.replace('{from}', dayInWords(from, lang)).replace('{until}', dayInWords(until, lang))
}

function serverCard(server: Server): HTMLElement {
  const { protocol, host, port, security, authentication, username, authenticationRequired } = server
  const lines: [keyof SettingsWords['fields'], string, boolean][] = [
    ['host', host, true],
    ['port', String(port), true],
    ['security', words.security[security], false],
    ['authentication', authentication.map((way) => words.authentication[way]).join(words.separator), false],
    ['username', username, true],
    ['spa', words.off, false],
  ]
  if (authenticationRequired) lines.push(['authenticationRequired', words.on, false])
  return make(
    'section',
    { class: 'server', 'aria-label': words.protocols[protocol] },
    make('h3', {}, words.protocols[protocol]),
    make('dl', {}, ...lines.flatMap(([field, value, copied]) => line(words.fields[field], value, copied))),
  )
}

function line(field: string, value: string, copied: boolean): HTMLElement[] {
  const shown = copied ? make('code', { translate: 'no' }, value) : value
  return [make('dt', {}, field), make('dd', {}, shown, ...(copied ? [copyButton(value, field)] : []))]
}
