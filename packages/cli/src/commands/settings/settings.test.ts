import { describe, expect, it } from 'vitest'
import { runMain as run } from '../../testing/run-main.ts'

const hanako = 'hanako@hotmail.com'

describe('settings', () => {
  it.each([
    ['en', '2024-09-10', /Between 2024-09-01 and 2024-09-16/],
    ['ja', '2022-12-01', /2022-10-01 から 2023-01-30 にかけて/],
  ])('says in %s that on %s the end of passwords was under way', async (lang, day, told) => {
    const address = lang === 'en' ? hanako : 'taro@contoso.onmicrosoft.com'
    const { stdout } = await run(['settings', address, '--as-of', day, '--lang', lang])
    expect(stdout.replaceAll('\n', ' ')).toMatch(told)
    const { stdout: after } = await run(['settings', address, '--as-of', '2026-11-30', '--lang', lang])
    expect(after).not.toContain('2024-09-16')
    expect(after).not.toContain('2023-01-30')
  })

  it('is the same wherever the global flags stand', async () => {
    const args = ['settings', hanako, '--as-of', '2021-05-01']
    const after = await run([...args, '--json'])
    const before = await run(['--json', ...args])
    expect(before).toEqual(after)
    expect(JSON.parse(after.stdout)).toMatchObject({
      schemaVersion: 1,
      address: hanako,
      account: 'personal',
      asOf: '2021-05-01',
      servers: [
        { protocol: 'pop3', host: 'pop-mail.outlook.com', port: 995, security: 'tls', spa: false },
        { protocol: 'imap', host: 'imap-mail.outlook.com', port: 993, security: 'tls', spa: false },
        {
          protocol: 'smtp',
          host: 'smtp-mail.outlook.com',
          port: 587,
          security: 'starttls',
          authenticationRequired: true,
        },
      ],
    })
  })

  it('follows the environment’s language and the flag over it', async () => {
    const args = ['settings', hanako, '--as-of', '2021-05-01', '--protocol', 'smtp']
    const japanese = await run(args, { env: { LC_ALL: 'ja_JP.UTF-8' } })
    expect(japanese.stdout).toContain('送信サーバー（SMTP）は認証が必要')
    const english = await run([...args, '--lang', 'en'], { env: { LC_ALL: 'ja_JP.UTF-8' } })
    expect(english.stdout).toContain('Server requires authentication')
    expect(english.stdout).not.toContain('Receiving')
  })

  it('says when an app password does not help any more', async () => {
    const { stdout } = await run(['settings', hanako, '--as-of', '2026-11-22'])
    expect(stdout).toMatch(/no app passwords\s+either/)
  })
})

describe('settings for a program', () => {
  const today = ['--as-of', '2026-11-30']

  it('writes the program’s file, and nothing else, to standard output', async () => {
    const { stdout, stderr, code } = await run(['settings', hanako, '--for', 'msmtp', ...today])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^account microsoft\nhost smtp-mail\.outlook\.com\n.*\naccount default : microsoft\n$/s)
    expect(stderr).toContain('Save this as ~/.msmtprc')
    expect(stderr).toContain('msmtp 1.8.13 or newer')
    expect(stderr).toContain(`$ sparekey login ${hanako}`)
  })

  it('asks for a password where the day still takes one', async () => {
    const { stdout, stderr } = await run(['settings', hanako, '--for', 'msmtp', '--as-of', '2021-05-01'])
    expect(stdout).toContain('\nauth on\n')
    expect(stderr).toContain('The password is asked for')
    expect(stderr).not.toContain('sparekey login')
  })

  it('tells a library’s user of the variable', async () => {
    const { stdout, stderr } = await run(['settings', hanako, '--for', 'nodemailer', ...today])
    expect(stdout).toContain('accessToken: process.env.ACCESS_TOKEN')
    expect(stderr).toContain(`$ sparekey token ${hanako}`)
  })

  it('uses the words of the program’s own dialog, in either language', async () => {
    const english = await run(['settings', hanako, '--for', 'Thunderbird', ...today])
    expect(english.stdout).toMatch(/^ {2}Authentication method\s+OAuth2$/m)
    expect(english.stdout).toMatch(/^ {2}Connection security\s+STARTTLS$/m)
    const japanese = await run(['settings', hanako, '--for', 'Thunderbird', '--lang', 'ja', ...today])
    expect(japanese.stdout).toMatch(/^ {2}認証方式\s+OAuth2$/m)
  })

  it('says what a program cannot do, and what to do instead', async () => {
    const { stdout, code } = await run(['settings', hanako, '--for', 'Outlook 2016', ...today])
    expect(code).toBe(0)
    expect(stdout).toContain('Outlook 2016 cannot sign in over POP3, IMAP and SMTP')
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('add the account again as an Outlook.com')
    expect(stdout).not.toContain('outlook.office365.com')
  })

  it('says where nothing is known', async () => {
    const { stdout } = await run(['settings', hanako, '--for', 'becky', ...today])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Becky! Internet Mail can sign in with Microsoft (OAuth 2.0) is not known',
    )
  })

  it('lists the names, without an address', async () => {
    const { stdout, code } = await run(['settings', '--for', 'help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ {2}hidemaru-mail +Hidemaru Mail$/m)
    const { stdout: json } = await run(['settings', '--for', 'help', '--json'])
    expect(JSON.parse(json).programs).toContainEqual({ id: 'msmtp', name: 'msmtp', kind: 'command-line' })
  })

  it.each([
    [['settings', hanako, '--for', 'nope'], 'No program is known as "nope"'],
    [['settings', hanako, '--for', 'outlook'], 'may be any of these: outlook-2007'],
    [['settings', hanako, '--for', ''], 'No program is known as ""'],
    [['settings', '--for', 'msmtp'], 'ADDRESS is missing'],
    [['settings'], 'ADDRESS is missing'],
  ])('%j is a mistake', async (args, words) => {
    const { stderr, stdout, code } = await run(args)
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
    expect(stderr).toContain(words)
  })
})
