import { describe, expect, test } from 'vitest'
import { programs } from '../../programs/programs.ts'
import { explainText } from '../explain-text.ts'
import { programIn } from '../by-program.ts'
import { maxPeeled } from '../peel/narrow.ts'
import { peel } from '../peel/peel.ts'
import { outlookNumbers } from './outlook-numbers.ts'
import { lastTables, tables } from './tables.ts'

const rows = [...tables, ...lastTables.flat()].flatMap(({ rows }) => rows)
const explained = (text: string) => explainText(text, { lang: 'en' })

describe('a row', () => {
  test.each(rows)('$pattern names the page it was read on, and the day', ({ source: { url, seen }, pattern }) => {
    expect(new URL(url).protocol).toMatch(/^https?:$/)
    expect(seen).toMatch(/^20\d\d-\d\d-\d\d$/)
    // It keeps no place from one text to the next.
    expect(pattern.flags).not.toMatch(/[gy]/)
  })

  test('of a program names one that is there', () => {
    const ids = new Set(programs.map(({ id }) => id))
    expect(rows.flatMap(({ program }) => program ?? []).filter((id) => !ids.has(id))).toEqual([])
  })

  test('has no wording twice', () => {
    const patterns = rows.map(({ pattern }) => String(pattern))
    expect(patterns.filter((pattern, index) => patterns.indexOf(pattern) !== index)).toEqual([])
  })

  test('does not go in circles on a long text of its own words', () => {
    for (const { pattern } of rows) {
      const [words = 'x'] = /[\p{L} ']{4,}/u.exec(pattern.source) ?? []
      const text = `${words} `.repeat(Math.floor(maxPeeled / (words.length + 1)))
      expect([...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].length).toBeLessThan(text.length)
    }
  })
})

describe('a number of Outlook’s', () => {
  const numbers = outlookNumbers.rows.map(({ pattern, means }) => ({
    number: /[\dA-F]{8}/.exec(pattern.source)![0],
    code: means[0],
  }))

  test.each(numbers)('$number means $code, however it is written', ({ number, code }) => {
    for (const text of [`0x${number}`, `0X${number.toLowerCase()}`, `0×${number}`, number, `(0x${number}): x`]) {
      expect([text, explained(text).finding.code]).toEqual([text, code])
    }
  })

  test('is no part of a longer one', () => {
    expect(explained('0x800CCC0E1 A800CCC92').recognised).toEqual([])
  })
})

describe('what programs are known to show', () => {
  const errors = programs.flatMap(({ id, versions }) =>
    versions.flatMap(({ errors }) => errors.map((error) => ({ id, error }))),
  )

  test.each(errors)('$id: $error', ({ error }) => {
    const alike = errors.filter((other) => error.includes(other.error.trim())).map(({ id }) => id)
    expect(alike).toContain(programIn(peel(`[ERROR] ${error.toUpperCase()} (x)`, () => false)))
  })

  test('is no other program’s', () => {
    expect(programIn(peel('The mail program says that it failed.', () => false))).toBeUndefined()
  })
})
