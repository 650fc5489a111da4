import { expect, test } from 'vitest'
import { goodbyes, refusals } from './imap.ts'
import { capabilities, completed, everyCapability, selected } from './imap-session.ts'

const dates = ['2021-05-01', '2025-01-01', '2026-09-20'].map((date) => new Date(date))

test('the capability line follows the calendar, before signing in and after', () => {
  expect(dates.map((at) => capabilities({ at, signedIn: false }).join(' '))).toEqual([
    'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+',
    'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+',
    'IMAP4 IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+',
  ])
  for (const at of dates) expect(capabilities({ at, signedIn: true })).toContain('BACKENDAUTHENTICATE')
  expect(capabilities({ at: dates[2]!, signedIn: true })).not.toContain('AUTH=PLAIN')
})

test('every line is in one order, so that a registry can keep it', () => {
  for (const at of dates) {
    for (const signedIn of [false, true]) {
      const words = capabilities({ at, signedIn })
      expect(everyCapability.filter((word) => words.includes(word))).toEqual(words)
    }
  }
})

test('what is never offered is in no line', () => {
  for (const word of ['CONDSTORE', 'ENABLE', 'SPECIAL-USE', 'XLIST', 'SORT', 'COMPRESS=DEFLATE', 'QUOTA', 'STARTTLS']) {
    expect(everyCapability).not.toContain(word)
  }
})

test('a wrong password, the right one with two-step on, and a removed app password sound alike', () => {
  const causes = ['wrong-password', 'app-password-needed', 'app-password-removed', 'unknown-account'] as const
  for (const verb of ['LOGIN', 'AUTHENTICATE'] as const) {
    expect(new Set(causes.map((reason) => refusals[reason][verb].text))).toEqual(new Set([`${verb} failed.`]))
  }
})

test('completions end with a full stop, but for ID, and the UID forms name the bare verb', () => {
  expect(['NOOP', 'UID FETCH', 'ID'].map(completed)).toEqual(['NOOP completed.', 'FETCH completed.', 'ID completed'])
})

test('SELECT names the first unseen message only if there is one', () => {
  const folder = { exists: 0, recent: 0, uidValidity: 1, uidNext: 1, readOnly: false, flags: [] }
  expect(selected({ ...folder, firstUnseen: undefined }).join()).not.toContain('UNSEEN')
  expect(selected({ ...folder, firstUnseen: 3 })).toContain('* OK [UNSEEN 3] Is the first unseen message')
})

test('the two goodbyes with 14 differ by one word', () => {
  expect([goodbyes.tooManyFailures.text, goodbyes.tooManyErrors.text]).toEqual([
    'Connection is closed. 14',
    'Connection closed. 14',
  ])
})
