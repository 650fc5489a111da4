/**
 * The paste box. A pasted text goes into `explainText` and nowhere else; what comes back is shown as text. No field of the
 * page has a name, the form is never sent, and the page's policy lets no script ask for anything.
 */
import { explainText, type Explanation } from '@sparekey/core/explain'
import type { ExplainWords } from '../words/words.ts'
import { copyButton } from './copy-button.ts'
import { find, make } from './element.ts'

type Words = Pick<ExplainWords, 'certainty' | 'kinds' | 'nothing'> & { findings: string }
type Found = NonNullable<Explanation['findings']>[number]
type Step = Found['nextSteps'][number]

const tool = find(HTMLElement, '#tool')
const words = JSON.parse(tool.dataset['words'] ?? '{}') as Words
const lang = document.documentElement.lang === 'ja' ? 'ja' : 'en'
const form = find(HTMLFormElement, '#form')
const message = find(HTMLTextAreaElement, '#message')
const account = find(HTMLInputElement, '#account')
const day = find(HTMLInputElement, '#day')
const program = find(HTMLSelectElement, '#program')
const more = find(HTMLDetailsElement, 'details')
const problem = find(HTMLElement, '#problem')
const answer = find(HTMLElement, '#answer')
const template = find(HTMLTemplateElement, '#answer-template')

tool.hidden = false
form.addEventListener('submit', (event) => {
  event.preventDefault()
  problem.textContent = message.value.trim() === '' ? words.nothing : ''
  explain()
  answer.scrollIntoView({ block: 'nearest' })
})
// As soon as something is pasted, and when a person stops typing.
let waiting = 0
form.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(explain, 300)
})
form.addEventListener('reset', () => {
  clearTimeout(waiting)
  answer.replaceChildren()
  problem.textContent = ''
  message.focus()
})
message.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
})
for (const example of document.querySelectorAll<HTMLElement>('.example'))
  example.addEventListener('click', () => {
    message.value = example.textContent ?? ''
    form.requestSubmit()
  })

function explain(): void {
  clearTimeout(waiting)
  const text = message.value
  if (text.trim() === '') return answer.replaceChildren()
  problem.textContent = ''
  const explanation = explainText(text, {
    lang,
    account: account.value.trim() || undefined,
    asOf: day.value || undefined,
    program: program.value || undefined,
  })
  answer.replaceChildren(...results(explanation))
  // What the text leaves open, the address and the day may tell.
  if (explanation.alsoPossible.length > 0) more.open = true
}

/** One for each cause: a returned message may have several. What was recognised stands in the first. */
function results({ recognised, finding, findings = [{ ...finding, recipients: [] }], alsoPossible }: Explanation) {
  return findings.map((found, index) => result(found, index === 0 ? recognised : [], index === 0 ? alsoPossible : []))
}

function result(
  { code, certainty, title, explanation, nextSteps, recipients }: Found,
  recognised: Explanation['recognised'],
  alsoPossible: Explanation['alsoPossible'],
): DocumentFragment {
  const shown = template.content.cloneNode(true) as DocumentFragment
  const part = (name: string) => find(HTMLElement, name, shown)
  part('.certainty').textContent = code === 'not-recognised' ? '' : words.certainty[certainty]
  part('.title').textContent = title
  part('.explanation').textContent = explanation
  part('.code code').textContent = code
  if (recipients.length === 0) part('.recipients').remove()
  else find(HTMLElement, 'span', part('.recipients')).textContent = recipients.join(', ')
  fill(part('.recognised'), recognised.map(quoted))
  fill(part('.do'), nextSteps.map(step))
  fill(
    part('.also'),
    alsoPossible.map(({ code, title }) => make('li', {}, make('a', { href: pageOf(code) }, title))),
  )
  find(HTMLAnchorElement, '.more a', shown).href = pageOf(code)
  return shown
}

function quoted({ kind, quote }: Explanation['recognised'][number]): HTMLElement {
  return make(
    'li',
    {},
    make('code', { translate: 'no' }, quote),
    ' ',
    make('span', { class: 'hint' }, words.kinds[kind]),
  )
}

/** Fills the list of a part; a part without anything goes. */
function fill(part: HTMLElement, items: readonly HTMLElement[]): void {
  if (items.length === 0) part.remove()
  else find(HTMLElement, 'ul, ol', part).replaceChildren(...items)
}

function step({ text, url, command }: Step): HTMLElement {
  return make(
    'li',
    {},
    make('p', {}, text),
    ...(url === undefined ? [] : [make('p', {}, elsewhere(url))]),
    ...(command === undefined
      ? []
      : [make('pre', { class: 'command' }, copyButton(command), make('code', {}, command))]),
  )
}

/** The steps' addresses are core's own; still, only a page over HTTPS becomes a link. */
function elsewhere(url: string): HTMLElement | string {
  if (!url.startsWith('https://')) return url
  return make('a', { href: url, class: 'elsewhere', rel: 'noreferrer external' }, url.slice('https://'.length))
}

const pageOf = (code: string) => `${words.findings}/${code}.html`
