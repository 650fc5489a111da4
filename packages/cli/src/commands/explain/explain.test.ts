import { describe, expect, it } from 'vitest'
import { controls } from '../../testing/controls.ts'
import { runMain as run } from '../../testing/run-main.ts'

const retired =
  '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR01CA0001.eurprd01.prod.outlook.com]'

describe('sparekey explain', () => {
  it('says what it recognised, what that means and what to do', async () => {
    const { code, stdout, stderr } = await run(['explain', retired])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Recognised: the words of an SMTP server\n {2}“535 5\.7\.139 Authentication unsuccessful/)
    expect(stdout).toContain('What to do now')
  })

  it('says it in Japanese as well', async () => {
    const { stdout } = await run(['explain', retired, '--lang', 'ja'])
    expect(stdout).toMatch(/^見つかった手がかり: SMTP サーバーの返答\n/)
  })

  it('prints one document', async () => {
    const { stdout } = await run(['explain', retired, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      input: 'text',
      recognised: [{ kind: 'server', protocol: 'smtp' }],
      finding: { code: 'basic-auth-retired', certainty: 'certain' },
      alsoPossible: [],
    })
  })

  it.each([
    ['one argument that begins with a hyphen', ['-ERR Logon failure: unknown user name or bad password.']],
    ['words without quotes', ['-ERR', 'Logon', 'failure:', 'unknown', 'user', 'name', 'or', 'bad', 'password.']],
    ['what stands behind --', ['--', '-ERR Logon failure: unknown user name or bad password.']],
  ])('takes %s for text', async (_, words) => {
    const { stdout } = await run(['explain', '--json', ...words])
    expect(JSON.parse(stdout)).toMatchObject({ input: 'text', finding: { code: 'plain-refusal' } })
  })

  it.each(['EAUTH', 'invalid_grant', '0x800CCC92', 'AADSTS50020'])('takes the one word %s for text', async (word) => {
    const { code, stdout } = await run(['explain', word, '--json'])
    expect([code, JSON.parse(stdout).input]).toEqual([0, 'text'])
  })

  it('reads standard input for a hyphen alone', async () => {
    const { stdout } = await run(['explain', '-', '--json'], { stdin: `a log\nS: ${retired}\n` })
    expect(JSON.parse(stdout)).toMatchObject({ finding: { code: 'basic-auth-retired' } })
  })

  it.each(['throttled', 'plain-refusal', 'ok'])('takes %s for a code', async (code) => {
    const { stdout } = await run(['explain', code, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ input: 'code', code })
  })

  it('leaves only the steps that are for the account and the program', async () => {
    const retired = async (...flags: string[]) => {
      const { stdout } = await run(['explain', 'basic-auth-retired', '--json', ...flags])
      return JSON.stringify(JSON.parse(stdout).nextSteps)
    }
    expect(await retired()).toMatch(/With a work or school account.*sparekey login ADDRESS/)
    const personal = await retired('--account', 'hanako@hotmail.com')
    expect(personal).toContain('sparekey login hanako@hotmail.com')
    expect(personal).not.toContain('work or school account')
    expect(await retired('--program', 'thunderbird')).toContain('In Thunderbird, ')
  })

  it('names the codes that are near to one that is none', async () => {
    const { code, stderr } = await run(['explain', 'app-pasword-needed'])
    expect([code, stderr]).toEqual([64, expect.stringContaining('app-password-needed')])
  })

  it('ends with 1 if nothing in the text is known', async () => {
    const { code, stdout } = await run(['explain', 'The cat sat on the mat', '--json'])
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      expect.objectContaining({ recognised: [], finding: expect.objectContaining({ code: 'not-recognised' }) }),
    ])
  })

  it('is not sure of nothing', async () => {
    const { stdout } = await run(['explain', 'The cat sat on the mat'])
    expect(stdout).toMatch(/^Nothing in this text is known\n/)
  })

  it('judges a plain refusal by the account and the day', async () => {
    const plain = ['explain', 'NO LOGIN failed.', '--json', '--account', 'hanako@hotmail.com']
    const codeOn = async (day: string) => JSON.parse((await run([...plain, '--as-of', day])).stdout).finding.code
    expect(await codeOn('2021-05-01')).toBe('app-password-needed')
    expect(await codeOn('2026-11-30')).toBe('basic-auth-retired')
  })

  it.each([
    [['--account', 'nobody'], 65, /nobody/],
    [['--as-of', 'soon'], 64, /soon/],
    [['--program', 'thunderbrid'], 64, /thunderbird/],
    [['--acount', 'hanako@hotmail.com'], 64, /--account/],
  ])('says what is wrong with %j', async (flags, exit, words) => {
    const { code, stderr } = await run(['explain', 'EAUTH', ...flags])
    expect([code, stderr]).toEqual([exit, expect.stringMatching(words)])
  })

  it.each(['en', 'ja'])('obeys nothing in the text, in %s', async (lang) => {
    const hostile = `a\u001B[31m\u0007\u202E535 5.7.3 Authentication \u2066unsuccessful\u061C\u200F b`
    for (const more of [[], ['--json']]) {
      const { code, stdout } = await run(['explain', hostile, '--lang', lang, ...more])
      expect(code).toBe(0)
      expect(stdout.replaceAll('\n', '')).not.toMatch(controls)
    }
  })

  it('shows no secret of the text', async () => {
    const log =
      'C: AUTH LOGIN aGFuYWtvQGhvdG1haWwuY29t\nC: Y29ycmVjdCBob3JzZQ==\npassword=hunter2hunter2 NO LOGIN failed.'
    for (const more of [[], ['--json']]) {
      const { stdout } = await run(['explain', log, ...more])
      expect(stdout).not.toMatch(/aGFu|Y29y|hunter2/)
    }
  })

  it('wants something to explain', async () => {
    expect(await run(['explain'])).toMatchObject({ code: 64, stderr: expect.stringContaining('TEXT') })
  })
})
