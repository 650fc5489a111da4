import { describe, expect, it } from 'vitest'
import { hanako, mockedCommand } from '../../testing/mock.ts'

describe('check --program', () => {
  const today = { asOf: '2026-11-30T12:00:00Z' }

  it('finds what the program cannot do, and says what to do in it', async () => {
    await using mocked = await mockedCommand(today)
    const { code, stdout } = await mocked.run(['check', hanako, '--no-sign-in', '--program', 'Outlook 2016'])
    const words = stdout.replaceAll(/\s+/g, ' ')
    expect(code).toBe(1)
    expect(words).toContain('Outlook 2016 cannot sign in with Microsoft over IMAP')
    expect(words).toContain('Add the account again as an Outlook.com'.slice(8))
  })

  it('tells the program and its finding in JSON', async () => {
    await using mocked = await mockedCommand(today)
    const { stdout } = await mocked.run(['check', hanako, '--no-sign-in', '--program', 'outlook-2016', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      program: 'outlook-2016',
      finding: { code: 'program-cannot-oauth', certainty: 'certain' },
    })
  })

  it('checks only what the program speaks', async () => {
    await using mocked = await mockedCommand(today)
    const { code, stdout } = await mocked.run(['check', hanako, '--no-sign-in', '--program', 'msmtp', '--json'])
    const { protocols } = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(protocols).toMatchObject([{ protocol: 'smtp', finding: { code: 'ok' } }])
  })

  it('names the program’s own switch where passwords have ended', async () => {
    await using mocked = await mockedCommand(today)
    const { stdout } = await mocked.run(['check', hanako, '--program', 'thunderbird', '--protocol', 'imap'])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Account Settings > Server Settings')
  })

  it('finds nothing to say while passwords are taken', async () => {
    await using mocked = await mockedCommand()
    const { code } = await mocked.run(['check', hanako, '--no-sign-in', '--program', 'outlook-2016'])
    expect(code).toBe(0)
  })

  it('takes no name that it does not know', async () => {
    await using mocked = await mockedCommand()
    const { code, stderr } = await mocked.run(['check', hanako, '--program', 'nope'])
    expect(code).toBe(64)
    expect(stderr).toContain('No program is known as "nope"')
  })
})
