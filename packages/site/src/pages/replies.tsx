/** One page for each sentence of Microsoft's that is known, so that a search for it finds what it means. */
import { Opening, Part, Quote, Steps } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { Words } from '../words/words.ts'
import { CauseLink, Causes } from './causes.tsx'
import { numbersPath, replyPath } from './paths.ts'
import { meaningOf, sentences, services, shown } from './sentences.ts'
import { Sources } from './sources.tsx'

type Sentence = (typeof sentences)[number]

export function replyPages(lang: Language, words: Words): Page[] {
  return [listOfReplies(lang, words), ...sentences.map((sentence) => replyPage(sentence, lang, words))]
}

function listOfReplies(lang: Language, { replies }: Words): Page {
  return {
    path: sectionPages.replies,
    title: replies.title,
    description: replies.description,
    section: 'replies',
    trail: [],
    body: (at) => (
      <>
        <Opening title={replies.title} lead={replies.lead} />
        <p>
          <a class="all" href={at.to(sectionPages.explain)}>
            {replies.paste}
          </a>
        </p>
        {services.map((service) => (
          <Part id={service} title={replies.services[service]}>
            <ul class="replies">
              {sentences
                .filter((sentence) => sentence.service === service)
                .map((sentence) => (
                  <li>
                    <a href={at.to(replyPath(sentence))}>
                      <Quote>{shown(sentence.text)}</Quote>
                      <span>{meaningOf(sentence, lang).finding.title}</span>
                    </a>
                  </li>
                ))}
            </ul>
          </Part>
        ))}
        <Part id="numbers" title={replies.numbers}>
          <p>
            <a href={at.to(numbersPath)}>{replies.numbersText}</a>
          </p>
        </Part>
      </>
    ),
  }
}

function replyPage(sentence: Sentence, lang: Language, words: Words): Page {
  const { replies } = words
  const { row, text, service } = sentence
  const { finding, alsoPossible } = meaningOf(sentence, lang)
  return {
    path: replyPath(sentence),
    title: titleOf(sentence),
    description: replies.describe(shown(text), finding.title),
    section: 'replies',
    scripts: ['copy'],
    trail: [{ path: sectionPages.replies, title: replies.title }],
    body: (at) => (
      <article>
        <Opening title={finding.title} />
        <Quote block>{text}</Quote>
        {row.words.some(({ text }) => text?.includes('{')) && <p class="hint">{replies.example}</p>}
        <dl class="facts">
          <dt>{replies.saidBy}</dt>
          <dd>{replies.services[service]}</dd>
          <dt>{replies.when}</dt>
          <dd>{periodOf(row.period.phases, words)}</dd>
          <dt>{replies.confidence}</dt>
          <dd>{replies.bases[row.confidence.basis]}</dd>
          <dt>{replies.row}</dt>
          <dd>
            <code translate="no">{row.id}</code>
          </dd>
        </dl>
        <Part id="meaning" title={replies.means}>
          <p>{finding.explanation}</p>
          <CauseLink at={at} code={finding.code} text={replies.full} />
        </Part>
        <Part id="what-to-do" title={replies.whatToDo}>
          <Steps steps={finding.nextSteps} />
        </Part>
        <Causes at={at} causes={alsoPossible} title={words.explain.also} />
        <Part id="sources" title={replies.sources}>
          <Sources sources={row.sources} lang={lang} words={replies} />
        </Part>
      </article>
    ),
  }
}

function periodOf(phases: Sentence['row']['period']['phases'], { replies, settings }: Words): string {
  if (phases.length === 0 || phases.length === Object.keys(replies.phases).length) return replies.always
  return phases.map((phase) => replies.phases[phase]).join(settings.separator)
}

/** Two rows may share a sentence up to what differs each time: the row's id tells them apart. */
const titleOf = (sentence: Sentence) =>
  sentences.some((other) => other !== sentence && shown(other.text) === shown(sentence.text))
    ? `${shown(sentence.text)} (${sentence.row.id})`
    : shown(sentence.text)
