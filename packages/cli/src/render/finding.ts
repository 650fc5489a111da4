import type { Certainty, NextStep } from '@sparekey/core'
import type { Words } from '../words/words.ts'
import { plainLine } from './plain.ts'
import type { Page } from './style.ts'
import { wrap } from './width.ts'

export type FindingText = { title: string; explanation: string; nextSteps: readonly NextStep[] }

/** A finding in full: what it is, why, and the numbered steps to take. `mark` stands before the title. */
export function renderFinding(
  finding: FindingText & { certainty?: Certainty },
  say: Words,
  page: Page,
  mark = '',
): string[] {
  const { style, columns } = page
  const title = `${mark}${style.bold(plainLine(finding.title))}`
  return [
    finding.certainty === undefined
      ? title
      : `${title}${style.dim(say.check.certainty(say.words.certainty[finding.certainty]))}`,
    ...finding.explanation.split('\n').flatMap((paragraph) => wrap(plainLine(paragraph), columns - 2).map(indented)),
    ...(finding.nextSteps.length === 0 ? [] : ['', style.bold(say.check.nextSteps)]),
    ...finding.nextSteps.flatMap((step, index) => stepLines(step, index + 1, page)),
  ]
}

/** Addresses and commands stand alone on their lines and are never broken, so that they can be copied. */
function stepLines({ text, url, command }: NextStep, number: number, { style, columns }: Page): string[] {
  const mark = `  ${number}. `
  const lines = wrap(plainLine(text), columns - mark.length)
  return [
    ...lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line),
    ...(url === undefined ? [] : [`${' '.repeat(mark.length)}${style.cyan(plainLine(url))}`]),
    ...(command === undefined ? [] : [`${' '.repeat(mark.length)}$ ${plainLine(command)}`]),
  ]
}

function indented(line: string): string {
  return `  ${line}`
}
