/** The page for whatever a person has in hand. Everything happens in the browser; this is what the script fills in. */
import { type ProgramKind, programs } from '@sparekey/core'
import { programKinds } from '@sparekey/core/explain'
import { Opening } from '../layout/elements.tsx'
import { type Page, sectionPages } from '../layout/page.ts'
import type { Language } from '../layout/language.ts'
import type { Place } from '../layout/place.ts'
import type { ExplainWords, Words } from '../words/words.ts'

/** Messages as people meet them: MS-SMTP-12, a plain refusal over IMAP (MS-IMAP-09), MS-OAUTH-16's number. */
const examples = [
  '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
  'NO LOGIN failed.',
  'AADSTS700016',
]

export function explainPage(lang: Language, { explain, findings, frame, programs: { kinds } }: Words): Page {
  return {
    path: sectionPages.explain,
    title: explain.title,
    description: explain.description,
    section: 'explain',
    scripts: ['explain'],
    trail: [],
    body: (at) => (
      <>
        <Opening title={explain.title} lead={explain.lead} />
        <noscript>
          <div class="note warning">
            <p>{explain.withoutScript}</p>
            <ul>
              {(['replies', 'findings', 'programs'] as const).map((section) => (
                <li>
                  <a href={at.to(sectionPages[section])}>{frame.sections[section]}</a>
                </li>
              ))}
            </ul>
          </div>
        </noscript>
        <Box lang={lang} at={at} words={explain} kindNames={kinds} />
        <AnswerTemplate at={at} words={explain} code={findings.code} />
      </>
    ),
  }
}

type BoxProps = { lang: Language; at: Place; words: ExplainWords; kindNames: Record<ProgramKind, string> }

/** No field has a name, and the form is never sent: nothing of it can come into an address. */
function Box({ lang, at, words, kindNames }: BoxProps) {
  const { certainty, kinds, nothing } = words
  return (
    <div
      class="tool"
      id="tool"
      hidden
      data-words={JSON.stringify({ certainty, kinds, nothing, findings: at.to('findings') })}
    >
      <form id="form" novalidate>
        <div class="field">
          <label for="message">{words.label}</label>
          <span class="hint" id="message-hint">
            {words.hint}
          </span>
          <textarea
            id="message"
            rows={7}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            aria-describedby="message-hint problem"
          ></textarea>
        </div>
        <details>
          <summary>{words.more}</summary>
          <p class="hint">{words.moreHint}</p>
          <div class="fields">
            <div class="field">
              <label for="account">{words.account}</label>
              <input id="account" type="email" autocomplete="off" spellcheck={false} />
            </div>
            <div class="field">
              <label for="day">{words.day}</label>
              <input id="day" type="date" min="2013-01-01" max="2099-12-31" />
            </div>
            <div class="field">
              <label for="program">{words.program}</label>
              <select id="program">
                <option value="">{words.anyProgram}</option>
                {programKinds.map((kind) => (
                  <optgroup label={kindNames[kind]}>
                    {programs
                      .filter((program) => program.kind === kind)
                      .map(({ id, name }) => (
                        <option value={id}>{name[lang]}</option>
                      ))}
                  </optgroup>
                ))}
              </select>
            </div>
          </div>
        </details>
        <p class="problem" id="problem" role="alert"></p>
        <p class="actions">
          <button class="button" type="submit">
            {words.explain}
          </button>
          <button class="button quiet" type="reset">
            {words.clear}
          </button>
        </p>
        <p class="privacy">{words.privacy}</p>
        <p class="examples">
          {words.examples}
          {examples.map((example) => (
            <button type="button" class="example" translate="no">
              {example}
            </button>
          ))}
        </p>
      </form>
      <section id="answer" aria-live="polite" aria-label={words.heading}></section>
    </div>
  )
}

/** What an answer looks like; the script clones it and fills in text, never markup. */
function AnswerTemplate({ at, words, code }: { at: Place; words: ExplainWords; code: string }) {
  return (
    <template id="answer-template">
      <div class="result">
        <p class="certainty"></p>
        <h2 class="title">{words.heading}</h2>
        <p class="recipients">
          {words.recipients}: <span></span>
        </p>
        <p class="explanation"></p>
        <div class="recognised">
          <h3>{words.recognised}</h3>
          <ul></ul>
        </div>
        <div class="do">
          <h3>{words.steps}</h3>
          <ol class="steps"></ol>
        </div>
        <div class="also">
          <h3>{words.also}</h3>
          <ul></ul>
        </div>
        <p class="code">
          {code} <code translate="no"></code>
        </p>
        <p class="more">
          <a href={at.to(sectionPages.findings)}>{words.page}</a>
        </p>
      </div>
    </template>
  )
}
