/** One page for each finding, and the list of them. The words are core's. */
import { explain, type ExplanationCode, explanationCodes, type FindingCode, findingCodes } from '@sparekey/core'
import { aadstsNumbers } from '@sparekey/core/explain'
import { Command, Index, Opening, Part, Quote, Steps } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { Place } from '../layout/place.ts'
import { groupOf, groups } from '../words/groups.ts'
import type { FindingWords, Words } from '../words/words.ts'
import { findingPath, numberPath, replyPath } from './paths.ts'
import { firstSentences, opened } from './prose.ts'
import { sentencesMeaning, shown } from './sentences.ts'

type Code = FindingCode | ExplanationCode

/** What a check or a text may come to. */
const codes: readonly Code[] = [...findingCodes, ...explanationCodes]

export function findingPages(lang: Language, words: Words): Page[] {
  return [listOfFindings(lang, words), ...codes.map((code) => findingPage(code, lang, words))]
}

function listOfFindings(lang: Language, { findings }: Words): Page {
  const { title, description, lead } = findings
  return {
    path: sectionPages.findings,
    title,
    description,
    section: 'findings',
    trail: [],
    body: (at) => (
      <>
        <Opening title={title} lead={lead} />
        {groups
          .map((group) => ({ group, codes: codes.filter((code) => groupOf[code] === group) }))
          .filter(({ codes }) => codes.length > 0)
          .map(({ group, codes }) => (
            <Part id={group} title={findings.groups[group]}>
              <Index
                entries={codes.map((code) => ({
                  href: at.to(findingPath(code)),
                  title: explain(code, lang).title,
                  code,
                }))}
              />
            </Part>
          ))}
      </>
    ),
  }
}

function findingPage(code: Code, lang: Language, words: Words): Page {
  const { findings } = words
  const { title, explanation, nextSteps } = explain(code, lang)
  const { first, others } = opened(explanation)
  return {
    path: findingPath(code),
    title,
    description: firstSentences(explanation),
    section: 'findings',
    scripts: ['copy'],
    trail: [{ path: sectionPages.findings, title: findings.title }],
    body: (at) => (
      <article>
        <Opening title={title} lead={first}>
          {others !== '' && <p>{others}</p>}
          <p class="code">
            {findings.code} <code translate="no">{code}</code>
          </p>
        </Opening>
        <Part id="what-to-do" title={findings.whatToDo}>
          <Steps steps={nextSteps} />
        </Part>
        <Said code={code} at={at} words={findings} />
        <Part id="command-line" title={findings.commandLine}>
          <p>{findings.commandLineText}</p>
          <Command>{`sparekey explain ${code}\nsparekey check ADDRESS`}</Command>
        </Part>
      </article>
    ),
  }
}

/** By what a person knows it: the servers' sentences, and the numbers of the sign-in. */
function Said({ code, at, words }: { code: Code; at: Place; words: FindingWords }) {
  const sentences = sentencesMeaning(code)
  const numbers = aadstsNumbers.filter((row) => row.code === code)
  return (
    <>
      {sentences.length > 0 && (
        <Part id="sentences" title={words.sentences}>
          <ul>
            {sentences.map((sentence) => (
              <li>
                <a href={at.to(replyPath(sentence))}>
                  <Quote>{shown(sentence.text)}</Quote>
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {numbers.length > 0 && (
        <Part id="numbers" title={words.numbers}>
          <p class="numbers">
            {numbers.map(({ aadsts }) => (
              <a href={at.to(numberPath(aadsts))}>AADSTS{aadsts}</a>
            ))}
          </p>
        </Part>
      )}
    </>
  )
}
