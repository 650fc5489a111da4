/**
 * Reads docs/microsoft-sign-in.md into data. Every row that begins with an id must be in a table whose columns are known
 * here; all that is wrong is reported at once.
 */
import { confidence, period, placeholdersIn, sources, wordings } from './cells.mjs'

/** @typedef {import('../src/row.ts').Evidence} Evidence */
/** @typedef {import('../src/row.ts').Row} Row */
/** @typedef {{ heading: string, columns: string, cells: string[] }} Line */

/** Which cell is what, by the head of the table. */
const forms = /** @type {Record<string, { when: number, words?: number, from?: number, period?: number }>} */ ({
  'Id | What holds | Confidence | Source, date seen': { when: 1 },
  'Id | From | What turns | Confidence | Source, date seen': { from: 1, when: 2 },
  'Id | When | What goes over the wire | Confidence | Source, date seen': { when: 1, words: 2 },
  'Id | When | What goes over the wire | Period | Confidence | Source, date seen': { when: 1, words: 2, period: 3 },
})
const numbersForm = "Number | Microsoft's name for it | Confidence | Source, date seen"
const placeholdersForm = 'Placeholder | Stands for | Example'
const standingForm = 'Source without a day | What it is'

const services = /** @type {const} */ ({
  CAL: 'calendar',
  ACC: 'accounts',
  POP3: 'pop3',
  IMAP: 'imap',
  SMTP: 'smtp',
  OAUTH: 'identity',
})

const standings = /** @type {Record<string, Row['standing']>} */ ({
  Rivals: 'rival',
  'Known, not yet emulated': 'not-emulated',
})

/**
 * @param {string} markdown
 * @returns {Evidence}
 * @throws an Error that names every row that breaks the form
 */
export function readEvidence(markdown) {
  const lines = tableLines(markdown)
  const inTable = (/** @type {string} */ columns) => lines.filter((line) => line.columns === columns)
  const placeholders = Object.fromEntries(
    inTable(placeholdersForm).map(({ cells: [name = '', meaning = '', example = ''] }) => [
      name.replaceAll(/[`{}]/g, ''),
      { meaning, example: example.replaceAll('`', '') },
    ]),
  )
  const known = {
    names: new Set(Object.keys(placeholders)),
    links: linksIn(markdown),
    standing: new Set(inTable(standingForm).map(({ cells: [name = ''] }) => name)),
  }

  /** @type {string[]} */
  const problems = []
  const named = lines.filter(({ cells: [id = ''] }) => /^(?:MS-|AADSTS)/.test(id))
  const ids = named.map(({ cells: [id = ''] }) => id)
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) problems.push(`${id}: stands twice`)
  /** @type {<T>(line: Line, read: (line: Line) => T) => T[]} */
  const attempt = (line, read) => {
    try {
      return [read(line)]
    } catch (error) {
      problems.push(`${line.cells[0]}: ${/** @type {Error} */ (error).message}`)
      return []
    }
  }
  const rows = named
    .filter(({ columns }) => columns !== numbersForm)
    .flatMap((line) => attempt(line, () => readRow(line, known)))
  const numbers = inTable(numbersForm).flatMap((line) => attempt(line, () => readNumber(line, known)))
  const used = new Set(rows.flatMap(({ words }) => words.flatMap(({ text = '' }) => placeholdersIn(text))))
  const idle = [...known.names].filter((name) => !used.has(name)).map((name) => `{${name}}: stands in no row`)
  // A row that could not be read may have been the one.
  if (problems.length === 0) problems.push(...idle)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return { placeholders, rows, numbers }
}

/** @typedef {{ names: ReadonlySet<string> } & Parameters<typeof sources>[1]} Known */

/**
 * @param {Line} line
 * @param {Known} known
 * @returns {Row}
 */
function readRow({ heading, columns, cells }, known) {
  const form = forms[columns]
  if (!form) throw new Error(`stands in a table with other columns: ${columns}`)
  if (cells.length !== columns.split(' | ').length) throw new Error(`has ${cells.length} cells`)
  const [, id = '', family] = /^(MS-([A-Z0-9]+)-\d\d)$/.exec(cells[0] ?? '') ?? []
  const service = services[/** @type {keyof typeof services} */ (family)]
  if (!service) throw new Error('is no id')
  const condition = cells[form.when] ?? ''
  if (condition === '') throw new Error('no condition')
  const cell = (/** @type {number | undefined} */ index) => (index === undefined ? undefined : (cells[index] ?? ''))
  const from = cell(form.from)
  return {
    id,
    service,
    standing: standings[heading] ?? 'current',
    condition,
    words: form.words === undefined ? [] : wordings(cell(form.words) ?? '', known.names),
    period: period(from === undefined ? (cell(form.period) ?? 'all') : `from ${from}`),
    confidence: confidence(cells.at(-2) ?? ''),
    sources: sources(cells.at(-1) ?? '', known),
  }
}

/**
 * @param {Line} line
 * @param {Known} known
 */
function readNumber({ cells: [id = '', name = '', sure = '', seen = ''] }, known) {
  const [, digits] = /^AADSTS(\d{4,9})$/.exec(id) ?? []
  if (digits === undefined) throw new Error('is no number')
  if (name === '') throw new Error('has no name')
  return { number: Number(digits), name, confidence: confidence(sure), sources: sources(seen, known) }
}

/**
 * @param {string} markdown
 * @returns {Line[]}
 */
function tableLines(markdown) {
  let heading = ''
  let columns = ''
  return markdown.split('\n').flatMap((line, index, lines) => {
    heading = /^## (.+)$/.exec(line)?.[1] ?? heading
    if (!line.startsWith('|')) return []
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
    const isHead = lines[index + 1]?.startsWith('|-')
    if (isHead) columns = cells.join(' | ')
    return isHead || line.startsWith('|-') ? [] : [{ heading, columns, cells }]
  })
}

/**
 * `[codes]: https://… "2024-04-24"`, the day of the page behind its address.
 * @param {string} markdown
 */
function linksIn(markdown) {
  const links = markdown.matchAll(/^\[(\w+)\]: (\S+) "(undated|\d{4}-\d\d-\d\d)"$/gm)
  return new Map(
    [...links].map(([, name = '', url = '', day = '']) => [name, { url, day: day === 'undated' ? null : day }]),
  )
}
