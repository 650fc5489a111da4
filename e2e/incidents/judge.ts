import type { Incident, IncidentList } from './incident.ts'

/** What an answer is worth to the person who asked. */
const worths = ['right', 'unhelpful', 'wrong', 'unknown', 'not counted'] as const
type Worth = (typeof worths)[number]

/** True, but any refusal is this. */
const unhelpful = new Set(['plain-refusal', 'ambiguous', 'sign-in-refused', 'message-refused'])
const unknown = new Set(['unknown-refusal', 'not-recognised'])

export type Answer = { incident: Incident; code: string }

export function worthOf({ incident, code }: Answer): Worth {
  if (incident.wantCode === null) return 'not counted'
  if (incident.wantCode.includes(code)) return 'right'
  if (unhelpful.has(code)) return 'unhelpful'
  return unknown.has(code) ? 'unknown' : 'wrong'
}

/** A table by list, and a line for each incident that is not answered rightly. */
export function tableOf(answers: readonly Answer[]): string {
  const lists = [...new Set(answers.map(({ incident }) => incident.list))]
  const rows = lists.map((list) => [list, ...counts(answers, list)])
  const lines = [['', ...worths], ...rows, ['together', ...counts(answers)]].map(line)
  const missed = answers.filter((answer) => !['right', 'not counted'].includes(worthOf(answer)))
  return [...lines, '', ...missed.map(told)].join('\n')
}

function counts(answers: readonly Answer[], list?: IncidentList): string[] {
  const among = answers.filter(({ incident }) => list === undefined || incident.list === list)
  return worths.map((worth) => String(among.filter((answer) => worthOf(answer) === worth).length))
}

function line([first = '', ...rest]: readonly string[]): string {
  return [first.padEnd(9), ...rest.map((cell, index) => cell.padStart(worths[index]!.length + 2))].join('')
}

function told(answer: Answer): string {
  const { incident, code } = answer
  const said = (incident.text ?? incident.reply ?? '').slice(0, 90)
  const wanted = (incident.wantCode ?? []).join(' or ')
  return `${incident.id}  ${worthOf(answer)}: ${code}; it is ${wanted}: ${said}`
}
