import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evidenceFile, generated, table } from '../scripts/files.mjs'
import { readEvidence } from '../scripts/tables.mjs'

const columns = ['Id', 'When', 'What goes over the wire', 'Period', 'Confidence', 'Source, date seen']

/** A page with one row, whose cells are fine but for those that are given. */
function page(cells: Partial<Record<(typeof columns)[number], string>>, more = ''): string {
  const fine = {
    Id: 'MS-POP3-01',
    When: 'Always',
    'What goes over the wire': '`+OK {tag}`',
    Period: 'all',
    Confidence: '1 source',
    'Source, date seen': '[vmime#267](https://github.com/kisli/vmime/issues/267), 2021-09-02',
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `
## POP3

${line(['Placeholder', 'Stands for', 'Example'])}
|---|---|---|
${line(['`{tag}`', 'a tag', '`A1`'])}

${line(['Source without a day', 'What it is'])}
|---|---|
${line(['on premises', 'old'])}

${line(columns)}
|---|---|---|---|---|---|
${line(Object.values({ ...fine, ...cells }))}
${more}
[codes]: https://learn.microsoft.com/codes "2024-04-24"
`
}

const read = (cells: Parameters<typeof page>[0]) => readEvidence(page(cells)).rows[0]!

test('evidence.json is what docs/microsoft-sign-in.md says', () => {
  expect(readFileSync(evidenceFile, 'utf8')).toBe(generated(readFileSync(table, 'utf8')))
})

describe('a row breaks the form', () => {
  test.each<[string, Parameters<typeof page>[0]]>([
    ['MS-POP3-01: no source', { 'Source, date seen': '' }],
    ['MS-POP3-01: "[a](b)" has no date', { 'Source, date seen': 'on premises; [a](b)' }],
    ['MS-POP3-01: "a friend" has no date', { 'Source, date seen': 'a friend' }],
    ['MS-POP3-01: [oauth] is defined nowhere', { 'Source, date seen': '[Microsoft][oauth]' }],
    ['MS-POP3-01: "[a] b, 2021" cannot be read as a source', { 'Source, date seen': '[a] b, 2021' }],
    ['MS-POP3-01: no confidence', { Confidence: '' }],
    ['MS-POP3-01: "hearsay" does not begin with a confidence', { Confidence: 'hearsay' }],
    ['MS-POP3-01: "officially" does not begin with a confidence', { Confidence: 'officially' }],
    ['MS-POP3-01: no condition', { When: '' }],
    ['MS-POP3-01: "IV" is no period', { Period: 'IV' }],
    ['MS-POP3-01: "II, I" is no period', { Period: 'II, I' }],
    ['MS-POP3-01: {HOST} is no placeholder of the table', { 'What goes over the wire': '`+OK {HOST}` · `{tag}`' }],
    [
      'MS-POP3-01: cannot be read as words on the wire: ` and more',
      { 'What goes over the wire': '`+OK {tag}` and more' },
    ],
    ['MS-POP3-01: cannot be read as words on the wire: ', { 'What goes over the wire': '' }],
    ['MS-POP3-1: is no id', { Id: 'MS-POP3-1' }],
    ['MS-NNTP-01: is no id', { Id: 'MS-NNTP-01' }],
    ['{tag}: stands in no row', { 'What goes over the wire': '`+OK`' }],
  ])('%s', (message, cells) => {
    expect(() => readEvidence(page(cells))).toThrow(new Error(message))
  })

  test('with an id that another has, with more cells, or in a table of another form; all at once', () => {
    const more = `| MS-POP3-01 | | Always | \`x\` | all | 1 source | on premises |

| Id | When | Source, date seen |
|---|---|---|
| MS-POP3-02 | Always | on premises |
`
    expect(() => readEvidence(page({}, more))).toThrow(
      new Error(
        [
          'MS-POP3-01: stands twice',
          'MS-POP3-01: has 7 cells',
          'MS-POP3-02: stands in a table with other columns: Id | When | Source, date seen',
        ].join('\n'),
      ),
    )
  })
})

describe('words on the wire', () => {
  test.each<[string, object[]]>([
    ['`+ {tag} `', [{ text: '+ {tag} ' }]],
    ['`+OK {tag}` ⏎ `.`', [{ text: '+OK {tag}\r\n.' }]],
    ['`a · b` · `c {tag}` ⏎ `d ⏎ e`', [{ text: 'a · b' }, { text: 'c {tag}\r\nd ⏎ e' }]],
    ['`invalid_grant`: `AADSTS1: {tag}`', [{ error: 'invalid_grant', text: 'AADSTS1: {tag}' }]],
    ['`a_b`, suberror `c_d`: `{tag}`', [{ error: 'a_b', suberror: 'c_d', text: '{tag}' }]],
    ['`server_error` · `{tag}`', [{ error: 'server_error' }, { text: '{tag}' }]],
    ['401 `Invalid`: `{tag}`', [{ status: 401, error: 'Invalid', text: '{tag}' }]],
  ])('%s', (cell, words) => {
    expect(read({ 'What goes over the wire': cell }).words).toEqual(words)
  })
})

describe('the other cells', () => {
  test.each<[string, object]>([
    ['all', { phases: ['I', 'II', 'III'] }],
    ['I, III; or so', { phases: ['I', 'III'], note: 'or so' }],
    ['from 2023', { phases: ['I', 'II', 'III'], from: '2023' }],
    ['until 2024-09-16', { phases: ['I', 'II', 'III'], until: '2024-09-16' }],
  ])('period: %s', (cell, period) => {
    expect(read({ Period: cell }).period).toEqual(period)
  })

  test.each<[string, object]>([
    ['official, words assumed', { basis: 'official', text: 'official, words assumed' }],
    ['10+ sources', { basis: 'seen', sources: 10, text: '10+ sources' }],
    ['1 source for IMAP', { basis: 'seen', sources: 1, text: '1 source for IMAP' }],
    ['assumed: nobody knows', { basis: 'assumed', text: 'assumed: nobody knows' }],
  ])('confidence: %s', (cell, confidence) => {
    expect(read({ Confidence: cell }).confidence).toEqual(confidence)
  })

  test.each<[string, object]>([
    ['[a#1](https://a/1), 2021-09 (in part)', { name: 'a#1', url: 'https://a/1', day: '2021-09', note: 'in part' }],
    ['live trace, unnamed, 2016-08-29', { name: 'live trace, unnamed', day: '2016-08-29' }],
    ['public guides, undated', { name: 'public guides', day: null }],
    ['on premises', { name: 'on premises', day: null }],
    ['[List][codes]', { name: 'List', url: 'https://learn.microsoft.com/codes', day: '2024-04-24' }],
  ])('source: %s', (cell, source) => {
    expect(read({ 'Source, date seen': cell }).sources).toEqual([source])
  })
})
