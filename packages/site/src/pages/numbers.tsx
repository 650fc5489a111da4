/** One page for each number of Microsoft's sign-in, and the list of them. What a number means is core's. */
import { aadstsNumbers, explainText } from '@sparekey/core/explain'
import { evidence } from '@sparekey/evidence'
import { Index, Opening, Part, Quote, Steps } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { Words } from '../words/words.ts'
import { CauseLink, Causes } from './causes.tsx'
import { numberPath, numbersPath } from './paths.ts'
import { sentencesNaming } from './sentences.ts'
import { Sources } from './sources.tsx'

const numbers = aadstsNumbers.map(({ aadsts }) => aadsts).toSorted((one, other) => one - other)

export function numberPages(lang: Language, words: Words): Page[] {
  return [listOfNumbers(lang, words), ...numbers.map((aadsts) => numberPage(aadsts, lang, words))]
}

const meaningOf = (aadsts: number, lang: Language) => explainText(`AADSTS${aadsts}`, { lang })

function listOfNumbers(lang: Language, words: Words): Page {
  const { title, description, lead } = words.numbers
  return {
    path: numbersPath,
    title,
    description,
    section: 'replies',
    trail: [{ path: sectionPages.replies, title: words.replies.title }],
    body: (at) => (
      <>
        <Opening title={title} lead={lead} />
        <Index
          numbered
          entries={numbers.map((aadsts) => ({
            href: at.to(numberPath(aadsts)),
            title: meaningOf(aadsts, lang).finding.title,
            code: `AADSTS${aadsts}`,
          }))}
        />
      </>
    ),
  }
}

function numberPage(aadsts: number, lang: Language, words: Words): Page {
  const name = `AADSTS${aadsts}`
  const { finding, alsoPossible } = meaningOf(aadsts, lang)
  const known = evidence.numbers.find(({ number }) => number === aadsts)
  const sentences = sentencesNaming(name)
  const title = words.numbers.pageTitle(name, finding.title)
  return {
    path: numberPath(aadsts),
    title,
    description: words.numbers.describe(name, finding.title),
    section: 'replies',
    scripts: ['copy'],
    trail: [
      { path: sectionPages.replies, title: words.replies.title },
      { path: numbersPath, title: words.numbers.title },
    ],
    body: (at) => (
      <article>
        <Opening title={title} />
        {sentences.map(({ text }) => (
          <Quote block>{text}</Quote>
        ))}
        {known && (
          <p>
            {words.numbers.name}: <code translate="no">{known.name}</code>
          </p>
        )}
        <Part id="meaning" title={words.numbers.means}>
          <p>{finding.explanation}</p>
          <CauseLink at={at} code={finding.code} text={words.numbers.full} />
        </Part>
        <Part id="what-to-do" title={words.numbers.whatToDo}>
          <Steps steps={finding.nextSteps} />
        </Part>
        <Causes at={at} causes={alsoPossible} title={words.explain.also} />
        {known && (
          <Part id="sources" title={words.numbers.sources}>
            <Sources sources={known.sources} lang={lang} words={words.replies} />
          </Part>
        )}
      </article>
    ),
  }
}
