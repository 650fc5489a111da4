import { describe, expect, it, test } from 'vitest'
import { programs } from './programs.ts'

const versions = programs.flatMap(({ id, versions }) => versions.map((version) => ({ id, ...version })))

describe('what programs can do', () => {
  it.each(versions)('$id $range says nothing without a page that says it', ({ oauth, evidence }) => {
    const told = Object.values(oauth).flatMap(({ personal, work }) => [personal, work])
    const unsourced = told.some((ability) => ability !== 'unknown') && evidence.length === 0
    expect(unsourced).toBe(false)
  })

  it.each(versions)('$id $range names its pages by address and day', ({ evidence }) => {
    for (const { url, seen } of evidence) {
      expect(new URL(url).protocol).toBe('https:')
      expect(seen).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
    expect(new Set(evidence.map(({ url }) => url)).size).toBe(evidence.length)
  })

  it.each(programs)('$id speaks something, and signs in only over what it speaks', ({ protocols, versions }) => {
    expect(protocols).not.toHaveLength(0)
    for (const { oauth } of versions)
      for (const protocol of ['imap', 'pop3', 'smtp'] as const)
        if (!protocols.includes(protocol)) expect(Object.values(oauth[protocol])).not.toContain('yes')
  })

  it.each(programs)('$id has a name in both languages, and versions that differ', ({ name, versions }) => {
    expect(name.en.trim()).not.toBe('')
    expect(name.ja.trim()).not.toBe('')
    expect(versions).not.toHaveLength(0)
    expect(new Set(versions.map(({ range }) => range)).size).toBe(versions.length)
  })

  it.each(versions.filter(({ switch: words }) => words))('$id $range says where its switch is', (version) => {
    expect(Object.values(version.switch ?? {}).filter((words) => words.trim() !== '')).not.toEqual([])
  })
})

test('no two programs have one id', () => {
  const ids = programs.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

test('no error text stands for two programs', () => {
  const texts = programs.flatMap(({ versions }) => [...new Set(versions.flatMap(({ errors }) => errors))])
  expect(texts.toSorted()).toEqual([...new Set(texts)].toSorted())
})

test('of at least twenty-five programs every cell has a page', () => {
  const known = programs.filter(({ versions }) =>
    versions.every(({ oauth }) =>
      Object.values(oauth).every(({ personal, work }) => personal !== 'unknown' && work !== 'unknown'),
    ),
  )
  expect(known.length).toBeGreaterThanOrEqual(25)
})
