import { describe, expect, it } from 'vitest'
import { runMain as run } from '../../testing/run-main.ts'

const hanako = 'hanako@hotmail.com'

describe('settings', () => {
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
    expect(stdout).toContain('no app passwords either')
  })
})
