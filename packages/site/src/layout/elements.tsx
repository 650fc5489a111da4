/** The parts that pages are made of. */
import type { Child } from 'hono/jsx'
import type { Text } from '@sparekey/core'

type Inside = { children?: Child }

/** A heading with the address of its part. */
export function Part({ id, title, children }: Inside & { id: string; title: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a class="anchor" href={`#${id}`}>
          {title}
        </a>
      </h2>
      {children}
    </section>
  )
}

/** The page's one heading, and what it is about. */
export function Opening({ title, lead, children }: Inside & { title: Child; lead?: Child }) {
  return (
    <div class="opening">
      <h1>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
      {children}
    </div>
  )
}

const isJapanese = (text: string) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text)

/** What a machine said, word for word, in its own language: a screen reader is to read it so. */
export function Quote({ children, block = false }: Inside & { block?: boolean }) {
  const words = (
    <code class="quote" lang={isJapanese(String(children)) ? 'ja' : 'en'} translate="no">
      {children}
    </code>
  )
  return block ? <p class="said">{words}</p> : words
}

/** What is typed into a terminal. `copy.js` adds a button to it. */
export function Command({ children }: Inside) {
  return (
    <pre class="command" translate="no">
      <code>{children}</code>
    </pre>
  )
}

/** The steps of a finding, as core tells them. */
export function Steps({ steps }: { steps: Text['nextSteps'] }) {
  return (
    <ol class="steps">
      {steps.map(({ text, url, command }) => (
        <li>
          <p>{text}</p>
          {url !== undefined && (
            <p>
              <Elsewhere url={url} />
            </p>
          )}
          {command !== undefined && <Command>{command}</Command>}
        </li>
      ))}
    </ol>
  )
}

/** A link to somebody else's page; without words of its own it shows its address. */
export function Elsewhere({ url, children }: Inside & { url: string }) {
  return (
    <a class="elsewhere" href={url} rel="noreferrer external">
      {children ?? bare(url)}
    </a>
  )
}

/** An address as people say it. */
const bare = (url: string) => url.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '')

/**
 * A table. Where the screen is narrow, its rows become blocks in which each cell says its column; with several groups of
 * columns it scrolls by itself instead, and the keyboard reaches it.
 */
export function Table({ caption, groups = [], head, rows, label }: TableProps) {
  const shape = groups.length > 1 ? 'scrolls' : groups.length === 1 ? 'scrolls stacks short' : 'scrolls stacks'
  return (
    <div class={shape} tabindex={0} role="region" aria-label={label ?? (caption as string)}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          {groups.length > 0 && (
            <tr>
              <td></td>
              {groups.map(({ title, span }) => (
                <th scope="colgroup" colspan={span}>
                  {title}
                </th>
              ))}
            </tr>
          )}
          <tr>{head.map((cell) => (cell === '' ? <td></td> : <th scope="col">{cell}</th>))}</tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td data-column={head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type TableProps = {
  caption?: string
  /** Over the columns, behind the first one. */
  groups?: readonly { title: Child; span: number }[]
  head: readonly string[]
  rows: readonly (readonly Child[])[]
  /** What a screen reader calls the part that scrolls; the caption if left out. */
  label?: string
}

type AnswerKind = 'yes' | 'no' | 'unknown' | 'absent'

/** Whether something can do a thing: told by its words, and by a mark beside them. */
export function Answer({ kind, words, more }: { kind: AnswerKind; words: Record<AnswerKind, string>; more?: Child }) {
  return (
    <span class={`answer ${kind}`}>
      <span>{words[kind]}</span>
      {more && <small>{more}</small>}
    </span>
  )
}

/** What matters before anything else. */
export function Note({ children, kind = 'note' }: Inside & { kind?: 'note' | 'warning' | 'good' }) {
  return <div class={`note ${kind}`}>{children}</div>
}

/** A few ways to go, each with a line about where it leads. */
export function Cards({ cards, wide = false }: { cards: readonly Card[]; wide?: boolean }) {
  return (
    <ul class={wide ? 'cards wide' : 'cards'}>
      {cards.map(({ href, title, text }) => (
        <li>
          <a href={href}>
            <h3>{title}</h3>
            <p>{text}</p>
          </a>
        </li>
      ))}
    </ul>
  )
}

type Card = { href: string; title: Child; text: Child }

type IndexProps = {
  entries: readonly { href: string; title: Child; code?: string }[]
  /** The code stands first: it is what a person looks for. */
  numbered?: boolean
}

/** Many pages, each with its title and the code or number by which it is known. */
export function Index({ entries, numbered = false }: IndexProps) {
  return (
    <ul class={numbered ? 'index numbered' : 'index'}>
      {entries.map(({ href, title, code }) => (
        <li>
          <a href={href}>
            <span>{title}</span>
            {code !== undefined && <code translate="no">{code}</code>}
          </a>
        </li>
      ))}
    </ul>
  )
}
