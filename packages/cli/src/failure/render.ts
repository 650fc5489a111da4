/** A failure for a person: what happened, what the server said, what to do next. */
import type { Words } from '../words/words.ts'
import { plainLine, plainLines } from '../render/plain.ts'
import type { Page } from '../render/style.ts'
import { width } from '../render/width.ts'
import { wrap } from '../render/wrap.ts'
import { toCopy } from '../render/copyable.ts'
import type { ToldFailure } from './tell.ts'

export function renderFailure(failure: ToldFailure, say: Words, page: Page): string[] {
  const { style, columns } = page
  const lines = failure.lines.flatMap((text) => hang(style.red('✗'), wrap(plainLine(text), columns - 2)))
  if (failure.reply !== undefined) {
    const words = plainLines(failure.reply.trimEnd()).join(' ')
    lines.push(...wrap(say.check.quote(words), columns - 2).map((line) => `  ${line}`))
  }
  if (failure.warning !== undefined) lines.push(...hang('!', wrap(failure.warning, columns - 2)))
  for (const step of failure.nextSteps) {
    const { text, url, command } = step
    const line = plainLine([text, url, command].filter(Boolean).join(' '))
    if (width(line) <= columns - 2) lines.push(`→ ${line}`)
    else lines.push(...hang('→', wrap(plainLine(text), columns - 2)), ...toCopy(step, '  ', page))
  }
  return lines
}

/** For `--verbose` only: where in this program it happened. */
export function renderStack(error: unknown): string[] {
  return plainLines(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function hang(mark: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `${index === 0 ? mark : ' '} ${line}`)
}
