import type { Certainty, NextStep } from '@sparekey/core'
import type { Words } from '../words/words.ts'
import { toCopy } from './copyable.ts'
import { plainLine } from './plain.ts'
import type { Page } from './style.ts'
import { width } from './width.ts'
import { wrap } from './wrap.ts'

export type FindingText = { title: string; explanation: string; nextSteps: readonly NextStep[] }

/** What stands before a title, and behind it in brackets. */
type Around = { mark?: string; remarks?: readonly string[] }

/** A finding in full: what it is, why, and the numbered steps to take. */
export function renderFinding(finding: FindingText, say: Words, page: Page, around: Around = {}): string[] {
  const { style, columns } = page
  return [
    ...renderTitle(finding.title, say, page, around),
    ...finding.explanation.split('\n').flatMap((paragraph) => wrap(plainLine(paragraph), columns - 2).map(indented)),
    ...(finding.nextSteps.length === 0 ? [] : ['', style.bold(say.check.nextSteps)]),
    ...renderSteps(finding.nextSteps, page),
  ]
}

export function renderTitle(title: string, say: Words, { style, columns }: Page, around: Around = {}): string[] {
  const { mark, remarks = [] } = around
  const whole = plainLine(title) + (remarks.length === 0 ? '' : say.check.remarks(remarks))
  const indent = mark === undefined ? 0 : 2
  return wrap(whole, columns - indent).map((line, index) => {
    const start = index === 0 && mark !== undefined ? `${mark} ` : ' '.repeat(indent)
    return start + style.bold(line)
  })
}

/** The remark that a finding is certain; a title says itself if it is not. */
export function surely({ certainty }: { certainty: Certainty }, { words }: Words): string[] {
  return certainty === 'certain' ? [words.certain] : []
}

/** The steps to take, numbered. Addresses and commands stand on lines of their own, so that they can be copied. */
export function renderSteps(steps: readonly NextStep[], page: Page): string[] {
  return steps.flatMap((step, index) => {
    const mark = `  ${index + 1}. `
    const indent = ' '.repeat(width(mark))
    return [
      ...wrap(plainLine(step.text), page.columns - mark.length).map((line, at) => (at === 0 ? mark : indent) + line),
      ...toCopy(step, indent, page),
    ]
  })
}

function indented(line: string): string {
  return `  ${line}`
}
