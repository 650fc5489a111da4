/** A check for a person: what happened on each protocol, the servers' own words, then the reason and the next steps. */
import type { CheckReport, Step } from '@sparekey/core'
import type { Words } from '../../words/words.ts'
import type { Output } from '../../run/output.ts'
import { renderFinding, renderSteps, renderTitle, surely } from '../../render/finding.ts'
import { plainLine, plainLines } from '../../render/plain.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import { renderTable } from '../../render/table.ts'
import { commandWithServerMap } from '../../render/next-steps.ts'
import type { Context } from '../../run/context.ts'
import { commandLines } from '../../render/copyable.ts'
import { newSteps, type Findings, type Found } from './findings.ts'
import { cut, pad, width } from '../../render/width.ts'
import { wrap } from '../../render/wrap.ts'

type ProtocolReport = CheckReport['protocols'][number]

type Told = Pick<Context, 'say' | 'out' | 'globals'>

const marks = { ok: '✓', failed: '✗', skipped: '–' } as const

export function markOf(outcome: Step['outcome']): string {
  return marks[outcome]
}

export function renderCheck(report: CheckReport, { first, others }: Findings, told: Told): string[] {
  const { say, out } = told
  const { style, columns } = out
  const everywhere = first.protocols.length === report.protocols.length
  // That nothing is wrong needs no degree of certainty.
  const remarks = report.ok ? [] : [...surely(first, say), ...(everywhere ? [] : [namesOf(first, say)])]
  const mark = report.ok ? style.green('✓') : style.red('✗')
  return [
    ...wrap(plainLine(report.address), columns).map(style.bold),
    ...wrap([say.words.account[report.account], say.settings.asOf(report.asOf)].join(' · '), columns),
    ...report.protocols.flatMap((protocol) => ['', ...protocolLines(protocol, say, out)]),
    '',
    ...renderFinding(first, say, out, { mark, remarks }),
    ...(report.ok ? [] : ['', ...moreLines(first, told)]),
    ...(others.length === 0 ? [] : ['', style.bold(say.check.alsoFound)]),
    ...others.flatMap((other, index) => [
      ...(index === 0 ? [] : ['']),
      ...otherLines(other, [first, ...others.slice(0, index)], told),
    ]),
  ]
}

/** What was found besides, with its steps where those before it do not have them. */
function otherLines(finding: Found, before: readonly Found[], told: Told): string[] {
  const { say, out } = told
  const remarks = [...surely(finding, say), namesOf(finding, say)]
  return [
    ...renderTitle(finding.title, say, out, { mark: '•', remarks }),
    ...renderSteps(newSteps(finding, before), out),
    ...moreLines(finding, told),
  ]
}

/** The command that tells all of a finding. */
function moreLines({ code }: Found, { say: { check }, out, globals }: Told): string[] {
  const command = commandWithServerMap(`sparekey explain ${code}`, globals)
  const line = `${check.more} ${command}`
  const lines = width(line) <= out.copyColumns ? [line] : [check.more, ...commandLines(command, '  ', out.copyColumns)]
  return lines.map(out.style.dim)
}

function namesOf({ protocols }: Found, { check }: Words): string {
  return check.protocols(protocols.map((protocol) => protocolNames[protocol]))
}

function protocolLines(report: ProtocolReport, say: Words, out: Output): string[] {
  const { protocol, host, port, security, steps, differences } = report
  const place = [protocolNames[protocol], `${plainLine(host)}:${port}`, say.words.security[security]].join('  ')
  return [
    ...wrap(place, out.columns).map(out.style.bold),
    ...steps.flatMap((step) => stepLines(step, say, out)),
    ...differenceLines(differences, say, out),
  ]
}

/** The server's words stand beside what went well, cut to fit; what failed is quoted whole on lines of its own. */
function stepLines(step: Step, say: Words, out: Output): string[] {
  const { style, columns } = out
  const { words, check } = say
  const labelColumns = Math.max(...Object.values(words.step).map(width))
  const time = check.milliseconds(step.ms)
  const timeColumns = width(check.milliseconds(30_000))
  const label = pad(words.step[step.step], labelColumns)
  const line = (...parts: string[]) => inOneLine([label, ...parts], columns - 4)
  if (step.outcome === 'skipped') return [style.dim(`  ${marks.skipped} ${line(words.outcome.skipped)}`)]
  const timed = ' '.repeat(Math.max(0, timeColumns - width(time))) + time
  if (step.outcome === 'ok') {
    const start = `  ${style.green(marks.ok)} ${line(timed)}`
    const room = columns - labelColumns - timeColumns - 8
    const quote = quoteOf(step)
    return quote === undefined || room < 20 ? [start] : [`${start}  ${style.dim(cut(check.quote(quote), room))}`]
  }
  const said = step.reply === undefined ? troubleOf(step, say) : check.quote(plainLines(step.reply.trim()).join(' '))
  return [
    `  ${style.red(marks.failed)} ${line(timed, words.outcome.failed)}`,
    ...wrap(said, columns - 6).map((line) => `      ${line}`),
  ]
}

/** As many of the parts, from the first on, as there is room for. */
function inOneLine(parts: readonly string[], columns: number): string {
  const joined = parts.map((_, index) =>
    parts
      .slice(0, index + 1)
      .join('  ')
      .trimEnd(),
  )
  return joined.findLast((line) => width(line) <= columns) ?? cut(joined[0]!, columns)
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
  const inner = { ...out, columns: out.columns - 2 }
  return ['', ...renderTable(['', check.now, check.right], rows, inner).map((line) => `  ${line}`)]
}
