/** A failure for a person: what happened, what the server said, what to do next. */
import type { ToldFailure } from './failure.ts'
import type { Messages } from '../words/messages.ts'
import type { Output } from '../run/output.ts'
import { plainLine, plainLines } from '../render/plain.ts'
import { wrap } from '../render/width.ts'

export function renderFailure(failure: ToldFailure, say: Messages, out: Output): string[] {
  const { errorStyle: style, errorColumns: columns } = out
  const lines = failure.lines.flatMap((text) => hang(style.red('✗'), wrap(plainLine(text), columns - 2)))
  if (failure.reply !== undefined) {
    const words = plainLines(failure.reply.trimEnd()).join(' ')
    lines.push(...wrap(say.check.quote(words), columns - 2).map((line) => `  ${line}`))
  }
  if (failure.warning !== undefined) lines.push(...hang('!', wrap(failure.warning, columns - 2)))
  for (const { text, url, command } of failure.nextSteps) {
    const step = plainLine([text, url, command].filter(Boolean).join(' '))
    lines.push(...hang('→', wrap(step, columns - 2)))
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
