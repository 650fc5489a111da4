import { describe, expect, it, test } from 'vitest'
import { programs } from '../programs/programs.ts'
import { serversOn } from '../settings/servers.ts'
import type { Protocol } from '../settings/settings.ts'
import type { Verdict } from './finding.ts'
import { inProgram } from './in-program.ts'

const program = (id: string) => programs.find((program) => program.id === id)!
const right = (day: string, kind: 'personal' | 'work', protocol: Protocol) =>
  serversOn(day, kind, 'hanako@hotmail.com').filter((server) => server.protocol === protocol)

type Case = { id?: string; day?: string; account?: 'personal' | 'work'; protocol?: Protocol }
const of = (
  code: Verdict['code'],
  { id = 'outlook-2016', day = '2026-11-30', account = 'personal', protocol = 'imap' }: Case = {},
) =>
  inProgram({ code, certainty: 'certain', protocol }, right(day, account, protocol), { program: program(id), account })
    .code

describe('a program without OAuth 2.0', () => {
  it.each(['ok', 'basic-auth-retired'] as const)(
    'is the finding where passwords have ended, in place of %s',
    (code) => {
      expect(of(code)).toBe('program-cannot-oauth')
    },
  )

  it.each(['connection-refused', 'account-blocked', 'settings-differ', 'throttled'] as const)(
    'is no reason for %s',
    (code) => {
      expect(of(code)).toBe(code)
    },
  )

  test('is none while passwords are taken', () => {
    expect(of('ok', { day: '2021-05-01' })).toBe('ok')
    expect(of('ok', { account: 'work', protocol: 'smtp' })).toBe('ok')
    expect(of('ok', { account: 'work', protocol: 'pop3' })).toBe('program-cannot-oauth')
  })
})

test('a program that can, may, or is not known changes nothing', () => {
  for (const id of ['thunderbird', 'becky', 'msmtp']) {
    expect(of('basic-auth-retired', { id, protocol: 'smtp' })).toBe('basic-auth-retired')
  }
  const verdict = { code: 'ok', certainty: 'certain', protocol: 'imap' } as const
  expect(inProgram(verdict, right('2026-11-30', 'personal', 'imap'), {})).toBe(verdict)
  expect(inProgram(verdict, [], { program: program('outlook-2016') })).toBe(verdict)
})
