/** What needs no server: exit codes, what goes to which stream, in which language. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { controls } from './testing/controls.ts'
import { runMain as run } from './testing/run-main.ts'

const hanako = 'hanako@hotmail.com'

/** A mistake, the code it ends with, and what its one line must name. */
const mistakes: [args: string[], code: number, error: string, names: RegExp][] = [
  [['chek', hanako], 64, 'usage', /no command "chek".*check/],
  [['settings'], 64, 'usage', /ADDRESS is missing/],
  [['--protocol', 'imap', 'settings', hanako], 64, 'usage', /--protocol after the command name/],
  [['--as-of=2021-05-01', 'settings', hanako], 64, 'usage', /--as-of after the command name/],
  [['settings', hanako, '--protocl', 'imap'], 64, 'usage', /--protocl.*--protocol/],
  [['settings', hanako, '--protocol', 'http'], 64, 'usage', /pop3, imap, smtp/],
  [['settings', hanako, '--protocol'], 64, 'usage', /--protocol needs a value/],
  [['settings', hanako, '--as-of', '2021-02-30'], 64, 'usage', /"2021-02-30" is not a date/],
  [['settings', hanako, '--timeout', '0'], 64, 'usage', /--timeout/],
  [['settings', hanako, '--lang', 'fr'], 64, 'usage', /--lang can be en or ja/],
  [['settings', hanako, '--servers'], 64, 'usage', /--servers needs a value/],
  [['settings', 'hanako'], 65, 'bad-address', /"hanako" is not a mail address/],
  [['check', hanako, '--as-of', '2021-05-01'], 64, 'missing-secret', /--password-stdin/],
  [['check', hanako, '--password-stdin'], 64, 'missing-secret', /standard input/],
  [['check', hanako, '--using', 'imap=nowhere', '--no-sign-in'], 64, 'bad-using', /imap=nowhere/],
  [
    ['check', hanako, '--using', 'imap=a.b:993/tls', '--using', 'IMAP=a.b:143/starttls', '--no-sign-in'],
    64,
    'usage',
    /--using imap may be given only once/,
  ],
  [['explain', 'app-pasword'], 64, 'usage', /app-password-needed/],
  [['send', '--from', hanako], 64, 'usage', /nothing to send/],
  [['send', '--from', hanako, '--text', 'x'], 64, 'usage', /recipient is missing/],
  [['send', '--from', hanako, '--to', hanako, '--text', '-', '--password-stdin'], 64, 'usage', /standard input/],
  [['send', '--from', hanako, '--eml', 'x.eml', '--subject', 'x'], 64, 'usage', /--subject/],
  [['send', '--from', hanako, '--eml', '/nowhere/x.eml'], 66, 'file-missing', /\/nowhere\/x\.eml/],
  [['send', '--from', hanako, '--to', 'nobody', '--text', 'x'], 65, 'bad-address', /nobody/],
  [['list', '--account', hanako, '--limit', '0'], 64, 'usage', /"0"/],
  [['list', '--account', hanako, '--protocol', 'pop3', '--folder', 'Sent'], 64, 'usage', /only the inbox/],
  [['list'], 64, 'usage', /--account is missing/],
  [['list', '--account'], 64, 'usage', /--account needs a value/],
  [['read', '1'], 64, 'usage', /--account is missing/],
  [['send', '--to', hanako, '--text', 'x'], 64, 'usage', /--from is missing/],
  [['send', '--from', '--to', hanako, '--text', 'x'], 64, 'usage', /--from needs a value/],
  [['settings', hanako, '--servers', '/nowhere/map.json'], 66, 'file-missing', /\/nowhere\/map\.json/],
  [['login', hanako, '--app-password', '--oauth', 'device'], 64, 'usage', /--app-password and --oauth/],
  [['login', hanako, '--password-stdin', '--client-id', 'x'], 64, 'usage', /--password-stdin and --client-id/],
  [['login', hanako, '--quiet', '--client-id', 'a b'], 64, 'bad-client-id', /no client id/],
  [['login', hanako, '--store', 'cloud'], 64, 'usage', /keyring, file/],
  [['login', hanako, '--quiet'], 78, 'client-id-missing', /client id/],
  [['login', hanako, '--app-password'], 77, 'basic-auth-retired', /no longer takes passwords/],
  [['login', 'taro@unknown.invalid', '--servers', '/nowhere/map.json'], 66, 'file-missing', /map\.json/],
  [['logout', hanako], 78, 'account-missing', /hanako@hotmail\.com is not signed in/],
  [['token', hanako], 78, 'account-missing', /hanako@hotmail\.com is not signed in/],
  [['list', '--account', hanako], 78, 'account-missing', /hanako@hotmail\.com is not signed in/],
  [['mock', '--port', 'ftp=1'], 64, 'usage', /"ftp"/],
  [['mock', '--port', 'imap'], 64, 'usage', /NAME=PORT/],
  [['mock', '--advertise', 'a b'], 64, 'usage', /--advertise: "a b" is neither a host name/],
  [['mock', '--allow-host', ''], 64, 'usage', /--allow-host: "" is neither/],
  [['mock', '--host', ''], 64, 'usage', /--host: "" is neither/],
  [['mock', '--advertise', 'mock_1.test', '--advertise', '::1', '--port', 'ftp=1'], 64, 'usage', /^✗ --port: "ftp"/],
  [['mock', '--config', '/nowhere/config.json'], 66, 'file-missing', /config\.json/],
  [['mock', '--write', '/nowhere/map.json'], 73, 'output-failed', /\/nowhere\/map\.json/],
]

describe('a mistake', () => {
  it.each(mistakes)('%j ends with %i', async (args, code, error, names) => {
    const told = await run(args)
    expect({ code: told.code, stdout: told.stdout }).toEqual({ code, stdout: '' })
    const [line = '', ...more] = told.stderr.trimEnd().split('\n')
    expect(line).toMatch(/^✗ /)
    expect(line).toMatch(names)
    expect(more.every((text) => text.startsWith('→ '))).toBe(true)

    const json = await run([...args, '--json'])
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code, stderr: '' })
    const nextSteps = more.length === 0 ? {} : { nextSteps: expect.arrayContaining([{ text: expect.any(String) }]) }
    expect(JSON.parse(json.stdout)).toMatchObject({ schemaVersion: 1, ok: false, error: { code: error, ...nextSteps } })
  })

  it('does not repeat what may be a password', async () => {
    for (const args of [
      ['check', hanako, 'correct horse'],
      ['check', hanako, '--password', 'correct horse'],
      ['check', hanako, '--password=correct horse'],
    ]) {
      const { code, stderr } = await run(args)
      expect(code).toBe(64)
      expect(stderr).not.toContain('correct horse')
    }
  })

  it.each([
    ['without a header', 'hello\n', /no mail message/],
    ['without recipients', 'From: hanako@hotmail.com\n\nx\n', /no recipient.*--to, --cc or --bcc/],
    [
      'to too many',
      `From: hanako@hotmail.com\nTo: ${Array.from({ length: 501 }, (_, i) => `u${i}@b.c`).join()}\n\nx`,
      /500 at most/,
    ],
  ])('in a message %s is named', async (_, text, words) => {
    await using folder = await temporaryFolder()
    const { code, stderr } = await run(['send', '--from', hanako, '--eml', await folder.write('m.eml', text)])
    expect(code).toBe(65)
    expect(stderr).toMatch(words)
  })

  it('in an address beside a finished message is named', async () => {
    await using folder = await temporaryFolder()
    const eml = await folder.write('m.eml', `From: ${hanako}\nTo: ${hanako}\n\nx\n`)
    const { code, stderr } = await run(['send', '--from', hanako, '--bcc', 'nobody', '--eml', eml])
    expect({ code, stderr }).toMatchObject({ code: 65, stderr: expect.stringContaining('"nobody"') })
  })

  it('is told to who was asked for a password and typed nothing: 64', async () => {
    const { code, stderr } = await run(['check', hanako, '--as-of', '2021-05-01'], { stdin: '\r', terminal: true })
    expect(code).toBe(64)
    expect(stderr).toContain('Password of hanako@hotmail.com: \n')
    expect(stderr).toContain('Nothing was typed')
    expect(stderr).not.toContain('no terminal to ask on')
  })

  it('is told in Japanese to who reads Japanese', async () => {
    const { code, stderr } = await run(['settings', 'hanako'], { env: { LANG: 'ja_JP.UTF-8' } })
    expect(code).toBe(65)
    expect(stderr).toContain('「hanako」はメールアドレスではありません')
  })

  const hostile = 'a\u001b[31m\u0007\u009b2J\u202eb\u2066\u061c\u200fc'
  it.each([
    [[hostile]],
    [['settings', hostile]],
    [['settings', `${hostile}@hotmail.com`]],
    [['settings', hanako, '--as-of', hostile]],
    [['settings', hanako, '--servers', hostile]],
    [['settings', hanako, '--lang', hostile]],
    [['settings', hanako, '--timeout', hostile]],
    [['settings', hanako, '--protocol', hostile]],
    [['settings', hanako, `--${hostile}`]],
    [['settings', `--${hostile}=x`, hanako]],
    [[`--${hostile}`, 'settings', hanako]],
    [['check', hanako, '--no-sign-in', '--using', hostile]],
    [['explain', 'EAUTH', '--account', hostile]],
    [['explain', 'EAUTH', '--program', hostile]],
    [['send', '--from', hostile, '--to', hanako, '--text', 'x']],
    [['send', '--from', hanako, '--to', hostile, '--text', 'x']],
    [['send', '--from', hanako, '--eml', hostile]],
    [['send', '--from', hanako, '--to', hanako, '--attach', hostile]],
    [['list', '--account', hostile]],
    [['list', '--account', hanako, '--limit', hostile]],
    [['login', hanako, '--quiet', '--client-id', hostile]],
    [['logout', hostile]],
    [['token', `${hostile}@hotmail.com`]],
    [['mock', '--config', hostile]],
    [['mock', '--write', `/nowhere/${hostile}`]],
    [['mock', '--host', hostile]],
    [['mock', '--port', `${hostile}=1`]],
  ])('shows foreign characters without obeying them (arguments %#)', async (args) => {
    for (const lang of ['en', 'ja']) {
      for (const more of [[], ['--json'], ['--verbose']]) {
        const { stdout, stderr, code } = await run([...args, '--lang', lang, ...more])
        expect(code).toBeGreaterThan(1)
        expect(`${stdout}${stderr}`).not.toBe('')
        expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(controls)
      }
    }
  })
})
