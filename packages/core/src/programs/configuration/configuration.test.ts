import { describe, expect, it, test } from 'vitest'
import { serversOn } from '../../settings/servers.ts'
import type { Settings } from '../../settings/settings.ts'
import { programs } from '../programs.ts'
import { configurationFor } from './configuration.ts'

const hanako = 'hanako@hotmail.com'
const then = '2021-05-01'
const now = '2026-11-30'

function settingsOn(asOf: string, kind: 'personal' | 'work' = 'personal', address = hanako): Settings {
  return { address, account: kind, source: 'domain', asOf, servers: serversOn(asOf, kind, address) }
}

const program = (id: string) => programs.find((program) => program.id === id)!
const set = (id: string, settings: Settings) => configurationFor(program(id), settings)

/** Those that have a file for an account on a day. */
const withFile = (settings: Settings) =>
  programs.filter((program) => configurationFor(program, settings).file).map(({ id }) => id)

const able = [
  'mutt',
  'neomutt',
  'mbsync',
  'msmtp',
  'getmail6',
  'offlineimap',
  'himalaya',
  'imapsync',
  'curl',
  'phpmailer',
  'symfony-mailer',
  'nodemailer',
  'imapflow',
  'angus',
  'mailkit',
  'python',
  'ruby-net-imap',
  'ruby-net-smtp',
]

describe('the file of a program', () => {
  test('is there for these programs, and for two more while passwords were taken', () => {
    expect(withFile(settingsOn(now)).toSorted()).toEqual(able.toSorted())
    expect(withFile(settingsOn(then)).toSorted()).toEqual([...able, 'fetchmail', 'swaks'].toSorted())
  })

  it.each(able)('of %s names the servers of the day', (id) => {
    for (const day of [then, now]) {
      const { file, servers } = set(id, settingsOn(day))
      const [first] = servers.filter(({ protocol }) => protocol !== 'pop3' || servers.length === 1)
      expect(file!.text).toContain(first!.host)
      expect(file!.text).toContain(String(first!.port))
    }
  })

  it.each(able)('of %s takes a token today, and none before there were any', (id) => {
    const marks = /xoauth2|oauth|token|bearer/i
    expect(set(id, settingsOn(now)).file!.text).toMatch(marks)
    expect(set(id, settingsOn(then)).file!.text).not.toMatch(marks)
  })

  it.each(able)('of %s ends with one line break, and holds no secret and no gap', (id) => {
    for (const day of [then, now]) {
      const { text } = set(id, settingsOn(day)).file!
      expect(text).toMatch(/[^\n]\n$/)
      expect(text).not.toMatch(/undefined|false$|\[object|NaN/m)
    }
  })
})

describe('what a program cannot', () => {
  test('fetchmail signs in nowhere once passwords are retired, and is told what to do', () => {
    const { cannot, file, servers } = set('fetchmail', settingsOn(now))
    expect(cannot.map(({ protocol }) => protocol)).toEqual(['pop3', 'imap'])
    expect(cannot[0]!.capability.instead!.en).toContain('getmail6')
    expect(servers).toEqual([])
    expect(file).toBeUndefined()
  })

  test('Outlook 2016 still sends for a work account with a password, and no longer receives', () => {
    const { cannot, servers } = set('outlook-2016', settingsOn(now, 'work'))
    expect(cannot.map(({ protocol }) => protocol)).toEqual(['pop3', 'imap'])
    expect(servers).toMatchObject([{ protocol: 'smtp', way: 'password' }])
  })

  test('a program of which nothing is known is taken to sign in as the servers ask', () => {
    expect(set('becky', settingsOn(now))).toMatchObject({ cannot: [], servers: [{ way: 'oauth2' }, {}, {}] })
  })

  test('POP3 of poplib has no token, and the rest of the file is without it', () => {
    const { cannot, file } = set('python', settingsOn(now))
    expect(cannot.map(({ protocol }) => protocol)).toEqual(['pop3'])
    expect(file!.text).not.toContain('poplib')
    expect(file!.text).toContain('imaplib')
  })
})

test('a file is made from the chosen protocols alone', () => {
  const settings = settingsOn(now)
  const pop3 = { ...settings, servers: settings.servers.filter(({ protocol }) => protocol === 'pop3') }
  expect(set('mutt', pop3).file!.text).toContain(
    'set pop_host = "pops://hanako%40hotmail.com@outlook.office365.com:995/"',
  )
  expect(set('getmail6', pop3).file!.text).toContain('type = SimplePOP3SSLRetriever')
  expect(set('msmtp', pop3).file).toBeUndefined()
})

test('an address that begins with a hyphen is no flag', () => {
  expect(set('msmtp', settingsOn(now, 'personal', '-x@hotmail.com')).file!.text).toContain(
    "sparekey token -- '-x@hotmail.com'",
  )
})
