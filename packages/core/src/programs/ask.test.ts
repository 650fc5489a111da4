import { describe, expect, it, test } from 'vitest'
import { capabilityOf, programInUse, programsNamed } from './ask.ts'
import { programs } from './programs.ts'

const ids = (text: string) => programsNamed(text).map(({ id }) => id)
const program = (id: string) => programs.find((program) => program.id === id)!

describe('a program', () => {
  it.each(programs)('$id is found by its id and its names', ({ id, name }) => {
    expect(ids(id)).toEqual([id])
    expect(ids(name.en)).toEqual([id])
    expect(ids(name.ja)).toEqual([id])
  })

  it.each([
    ['Outlook 2016', ['outlook-2016']],
    ['OUTLOOK２０１６', ['outlook-2016']],
    ['K9', ['k9-mail']],
    ['javamail', ['angus']],
    ['isync', ['mbsync']],
    ['imaplib', ['python']],
    ['秀丸', ['hidemaru-mail']],
    ['iphone', ['ios-mail']],
    ['mutt', ['mutt']],
    ['', []],
    ['!!!', []],
    ['no such program', []],
  ])('%j finds %j', (text, found) => {
    expect(ids(text)).toEqual(found)
  })

  it('is asked for where the words fit several', () => {
    expect(ids('outlook').length).toBeGreaterThan(5)
  })
})

describe('what a program can', () => {
  test('is what its newest version can, with its switch', () => {
    expect(capabilityOf(program('thunderbird'), 'imap', 'personal')).toMatchObject({
      oauth: 'yes',
      switch: { en: expect.stringContaining('OAuth2') },
    })
  })

  test('is "newer" where an older version cannot, and from which', () => {
    expect(capabilityOf(program('msmtp'), 'smtp', 'work')).toMatchObject({ oauth: 'newer', since: '1.8.13' })
    expect(capabilityOf(program('thunderbird'), 'smtp', 'work').oauth).toBe('newer')
  })

  test('is "no" only if no version can, and then there is something else to do', () => {
    expect(capabilityOf(program('outlook-2016'), 'imap', 'personal')).toMatchObject({ oauth: 'no', instead: {} })
    expect(capabilityOf(program('gmail-fetcher'), 'pop3', 'personal').oauth).toBe('no')
  })

  test('is unknown where no page says it, or only of the other kind of account', () => {
    expect(capabilityOf(program('becky'), 'imap', 'personal').oauth).toBe('unknown')
    expect(capabilityOf(program('gmail-fetcher'), 'smtp', 'work').oauth).toBe('unknown')
    expect(capabilityOf(program('gmail-fetcher'), 'smtp', 'unknown').oauth).toBe('unknown')
    expect(capabilityOf(program('outlook-2010'), 'pop3', 'unknown').oauth).toBe('no')
  })

  it.each(programs.filter(({ kind }) => kind === 'desktop' || kind === 'web'))(
    '$id says what to do instead wherever it is known to do nothing',
    (program) => {
      const silent = program.protocols.filter((protocol) => {
        const { oauth, instead } = capabilityOf(program, protocol, 'personal')
        return oauth === 'no' && instead === undefined
      })
      expect(silent).toEqual([])
    },
  )
})

describe('what is said of a program in use', () => {
  const instead = (id: string, protocol?: 'imap' | 'smtp') =>
    programInUse(program(id), protocol, 'personal').instead?.en

  test('is the same without a protocol as over each, where all agree', () => {
    expect(instead('outlook-2016')).toContain('16.0.11601.10000')
    expect(instead('outlook-2016')).toBe(instead('outlook-2016', 'imap'))
  })

  test('is no more than its name where the protocols differ', () => {
    const mixed = {
      ...program('outlook-2016'),
      versions: [
        {
          ...program('outlook-2016').versions[0]!,
          oauth: { ...program('thunderbird').versions[0]!.oauth, imap: { personal: 'no', work: 'no' } } as const,
        },
      ],
    }
    expect(programInUse(mixed, undefined, 'personal')).toEqual({ name: mixed.name })
    expect(programInUse(mixed, 'imap', 'personal').instead).toBeDefined()
  })
})
