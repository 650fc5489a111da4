/** Where the evidence has something from: a page and its day, or what is known of it. */
import type { Source } from '@sparekey/evidence'
import { day } from '../layout/day.ts'
import { Elsewhere } from '../layout/elements.tsx'
import type { Language } from '../layout/language.ts'
import type { ReplyWords } from '../words/words.ts'

type SourcesProps = { sources: readonly Source[]; lang: Language; words: ReplyWords }

export function Sources({ sources, lang, words }: SourcesProps) {
  return (
    <ul>
      {sources.map(({ name, url, day: seen }) => (
        <li>
          {url === undefined ? words.withoutPage(name) : <Elsewhere url={url}>{name}</Elsewhere>}{' '}
          <span class="hint">{seen === null ? words.undated : day(seen, lang)}</span>
        </li>
      ))}
    </ul>
  )
}
