/** What people type who have it from a dialog, from memory or from another program: taken, or told which part is wrong. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { hanako, mockedCommand, password } from './testing/mock.ts'
import { runMain } from './testing/run-main.ts'

describe('what is meant is taken', () => {
  it.each(['pop', 'POP3', 'Imap'])('--protocol %s', async (protocol) => {
    await using mock = await mockedCommand()
    const { code, stdout } = await mock.run(['settings', hanako, '--protocol', protocol, '--json'])
    expect(code).toBe(0)
    const { servers } = JSON.parse(stdout) as { servers: { protocol: string }[] }
    expect(servers.map((server) => server.protocol)).toEqual([protocol === 'Imap' ? 'imap' : 'pop3'])
    const list = await mock.run(['list', '--account', hanako, '--protocol', protocol], password)
    expect(list.code).toBe(0)
  })

  it.each([
    ['pop=pop-mail.outlook.com:995/SSL', 'pop3'],
    ['imap=:993', 'imap'],
    [':993', 'imap'],
    ['smtp=SMTP-mail.outlook.com:587', 'smtp'],
  ])('--using %s, where nothing differs', async (using, protocol) => {
    await using mock = await mockedCommand()
    const args = ['check', hanako, '--using', using, '--protocol', protocol, '--no-sign-in', '--json']
    const { code, stdout } = await mock.run(args)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ protocols: [{ protocol, differences: [] }] })
  })

  it('version as a command', async () => {
    expect(await runMain(['version'])).toEqual(await runMain(['--version']))
  })

  it('a message on standard input', async () => {
    await using mock = await mockedCommand()
    await mock.login(['--app-password', '--password-stdin'])
    const eml = `From: ${hanako}\r\nTo: ${hanako}\r\nSubject: by pipe\r\n\r\nx\r\n`
    const args = ['send', '--from', hanako, '--eml', '-']
    const both = await mock.hand([...args, '--password-stdin'], eml)
    expect([both.code, both.stderr]).toEqual([64, expect.stringContaining('--eml -')])
  })
})

describe('what is wrong is named', () => {
  it.each([
    [['check', hanako, '--using', 'ftp=a.example:21'], /"ftp" is no protocol/],
    [['check', hanako, '--using', 'imap=a.example:1143'], /the encryption is missing/],
    [['check', hanako, '--using', 'imap=a.example:993/tls/ntlm'], /"ntlm" is not known/],
    [['check', hanako, '--using', 'imap=a.example:99999/tls'], /"99999" is no port/],
    [['check', hanako, '--protocol', 'ftp'], /--protocol: "ftp" is none of pop3, imap, smtp/],
    [['list', '--account', hanako, '--protocol', 'smtp'], /--protocol: "smtp" is none of imap, pop3/],
  ])('%j', async (args, told) => {
    const { code, stderr } = await runMain([...args, '--no-input'])
    expect(code).toBe(64)
    expect(stderr).toMatch(told)
  })

  it('a folder that is not there, with those that are', async () => {
    await using mock = await mockedCommand()
    const { code, stderr } = await mock.run(['list', '--account', hanako, '--folder', 'Sendt'], password)
    expect(code).toBe(66)
    expect(stderr).toMatch(/There is no folder "Sendt"\. Those there are: .*Sent/)
  })
})

describe('a suggestion', () => {
  it.each([
    [['settings', hanako, '--asof', '2021-05-01'], /Did you mean --as-of\?/],
    [['settings', hanako, '--serverss', 'x'], /Did you mean --servers\?/],
    [['settings', hanako, '--help-me'], /Did you mean --help\?/],
    [['check', hanako, '--color'], /Did you mean --no-color\?/],
    [['chekc', hanako], /Did you mean check\?/],
    [['setings', hanako], /Did you mean settings\?/],
    [['man'], /The commands are: settings, check, explain/],
    [['init'], /The commands are: settings, check, explain/],
  ])('for %j', async (args, told) => {
    const { code, stderr } = await runMain(args)
    expect(code).toBe(64)
    expect(stderr).toMatch(told)
  })

  it.each([
    [['settings', hanako, '--xyzzy'], /There is no flag --xyzzy here\.\n/],
    [['check', hanako, '--qqq'], /There is no flag --qqq here\.\n/],
  ])('is not made up for %j', async (args, told) => {
    expect((await runMain(args)).stderr).toMatch(told)
  })

  it.each(['settings', 'check', 'list'])('is made by %s for a domain that is nearly Microsoft’s', async (command) => {
    await using folder = await temporaryFolder()
    const servers = await folder.write('servers.json', { version: 1, asOf: '2021-05-01', connect: {} })
    const address = command === 'list' ? ['--account', 'hanako@hotmial.com'] : ['hanako@hotmial.com']
    const { code, stderr } = await runMain([command, ...address, '--servers', servers])
    expect(code).toBe(78)
    expect(stderr).toContain('→ Did you mean hanako@hotmail.com?')
    const other = await runMain(['settings', 'hanako@contoso.example', '--servers', servers])
    expect(other.stderr).not.toContain('Did you mean')
  })
})
