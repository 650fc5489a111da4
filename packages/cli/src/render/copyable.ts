/** What is there to be copied, in lines that fit: pasted together again, they are what they were. */
import type { NextStep } from '@sparekey/core'
import { plainLine } from './plain.ts'
import type { Page } from './style.ts'
import { graphemes, graphemeWidth, width } from './width.ts'
import { cutInto } from './wrap.ts'

/** What spaces separate, unless they stand in quotes. */
const shellWords = /(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/g

/**
 * A command behind its prompt. What does not fit goes on behind a `\` at the end of the line, which a POSIX shell takes for
 * nothing; so does a word that is longer than a line, at the margin. In single quotes a shell takes it for itself: what
 * stands in those is left whole.
 */
export function commandLines(command: string, indent: string, columns: number): string[] {
  const lines: string[] = []
  let line = `${indent}$`
  const words = command.match(shellWords) ?? []
  for (const [index, word] of words.entries()) {
    const mark = index === words.length - 1 ? 0 : 2
    if (width(line) + 1 + width(word) + mark <= columns) {
      line += ` ${word}`
      continue
    }
    lines.push(`${line} \\`)
    const parts = word.includes("'") ? [word] : partsOf(word, Math.max(2, columns - width(indent) - 4))
    lines.push(...parts.slice(0, -1).map((part, index) => `${index === 0 ? `${indent}  ` : ''}${part}\\`))
    line = `${parts.length === 1 ? `${indent}  ` : ''}${parts.at(-1)}`
  }
  return [...lines, line]
}

/** The page and the command of a step, each on lines of its own. */
export function toCopy({ url, command }: NextStep, indent: string, { style, copyColumns }: Page): string[] {
  return [
    ...(url === undefined ? [] : urlLines(plainLine(url), indent, copyColumns).map(style.cyan)),
    ...(command === undefined ? [] : commandLines(plainLine(command), indent, copyColumns)),
  ]
}

/** The address of a page. One that does not fit goes on at the margin: an address bar takes line ends for nothing. */
function urlLines(url: string, indent: string, columns: number): string[] {
  return width(indent) + width(url) <= columns ? [indent + url] : cutInto(url, columns)
}

/** Every character of it, in parts of at most so many columns; none ends inside of an escape. */
function partsOf(word: string, columns: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const grapheme of graphemes(word)) {
    if (part !== '' && width(part) + graphemeWidth(grapheme) > columns) {
      const escape = /(?:^|[^\\])(?:\\\\)*\\$/.test(part) ? '\\' : ''
      parts.push(part.slice(0, part.length - escape.length))
      part = escape
    }
    part += grapheme
  }
  return [...parts, part]
}
