/** A check for a person: what happened on each protocol, the servers' own words, then the reason and the next steps. */
import type { CheckReport, Finding, Step } from '@sparekey/core'
import type { Words } from '../../words/words.ts'
import type { Output } from '../../run/output.ts'
import { renderFinding, type FindingText } from '../../render/finding.ts'
import { plainLine, plainLines } from '../../render/plain.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import { renderTable } from '../../render/table.ts'
import { cut, pad, width, wrap } from '../../render/width.ts'

type ProtocolReport = CheckReport['protocols'][number]
type Report = Omit<CheckReport, 'finding'> & { finding: Finding }

const marks = { ok: '✓', failed: '✗', skipped: '–' } as const

export function markOf(outcome: Step['outcome']): string {
  return marks[outcome]
}

export function renderCheck(report: Report, say: Words, out: Output): string[] {
  const { style, columns } = out
  const { finding } = report
  const mark = report.ok ? style.green('✓ ') : style.red('✗ ')
  return [
    style.bold(plainLine(report.address)),
    ...wrap([say.words.account[report.account], say.settings.asOf(report.asOf)].join(' · '), columns),
    ...report.protocols.flatMap((protocol) => ['', ...protocolLines(protocol, say, out)]),
    '',
    // That nothing is wrong needs no degree of certainty.
    ...renderFinding(report.ok ? withoutCertainty(finding) : finding, say, out, mark),
    ...(report.ok ? [] : ['', style.dim(say.check.explain(finding.code))]),
  ]
}

function withoutCertainty({ title, explanation, nextSteps }: Finding): FindingText {
  return { title, explanation, nextSteps }
}

function protocolLines(report: ProtocolReport, say: Words, out: Output): string[] {
  const { protocol, host, port, security, steps, differences } = report
  const place = [protocolNames[protocol], `${plainLine(host)}:${port}`, say.words.security[security]].join('  ')
  return [
    out.style.bold(place),
    ...steps.flatMap((step) => stepLines(step, say, out)),
    ...differenceLines(differences, say, out),
  ]
}

/** The server's words stand beside what went well, cut to fit; what failed is quoted whole on lines of its own. */
function stepLines(step: Step, say: Words, out: Output): string[] {
  const { style, columns } = out
  const { words, check } = say
  const labelColumns = Math.max(...Object.values(words.step).map(width))
  const time = check.milliseconds(step.ms).padStart(8)
  const label = pad(words.step[step.step], labelColumns)
  if (step.outcome === 'skipped') return [style.dim(`  ${marks.skipped} ${label}  ${words.outcome.skipped}`)]
  if (step.outcome === 'ok') {
    const start = `  ${style.green(marks.ok)} ${label}  ${style.dim(time)}`
    const room = columns - labelColumns - width(time) - 8
    const quote = quoteOf(step)
    return quote === undefined || room < 20 ? [start] : [`${start}  ${style.dim(cut(check.quote(quote), room))}`]
  }
  const said = step.reply === undefined ? troubleOf(step, say) : check.quote(plainLines(step.reply.trim()).join(' '))
  return [
    `  ${style.red(marks.failed)} ${label}  ${style.dim(time)}  ${words.outcome.failed}`,
    ...wrap(said, columns - 6).map((line) => `      ${line}`),
  ]
}

/** Worth reading where nothing is wrong: how the server greets, and that it said yes. */
function quoteOf({ step, reply }: Step): string | undefined {
  if (reply === undefined || (step !== 'greeting' && step !== 'sign-in')) return undefined
  return plainLines(reply.trim()).at(-1)
}

function troubleOf({ error = '' }: Step, { words }: Words): string {
  const known: Readonly<Record<string, string>> = words.trouble
  return Object.hasOwn(known, error) ? known[error]! : plainLine(error)
}

function differenceLines(differences: ProtocolReport['differences'], say: Words, out: Output): string[] {
  if (differences.length === 0) return []
  const { words, check } = say
  const value = (text: string) => {
    const known: Readonly<Record<string, string>> = { ...words.security, on: words.on, off: words.off }
    return Object.hasOwn(known, text) ? known[text]! : plainLine(text)
  }
  const rows = differences.map(({ field, now, right }) => [words.field[field], value(now), value(right)])
  return ['', ...renderTable(['', check.now, check.right], rows, out).map((line) => `  ${line}`)]
}
