/** check as a person and as a program meet it: against the mock, and against servers that are something else. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { hanako, mockedCommand, password } from '../../testing/mock.ts'
import { startScripted } from '@sparekey/testkit/server'
import { runMain } from '../../testing/run-main.ts'
import { ended } from '@sparekey/testkit/process'
import { start } from '../../testing/run.ts'

describe('check', () => {
  it('ends with 0 if all three protocols sign in', async () => {
    await using mock = await mockedCommand()
    const { code, stdout } = await mock.run(['check', hanako], password)
    expect(code).toBe(0)
    expect(stdout).toContain('“A2 OK LOGIN completed.”')
    expect(stdout).toContain('“+OK User successfully logged on.”')
    expect(stdout).toContain('“235 2.7.0 Authentication successful”')
  })

  it.each([
    ['en', 'most likely an app password is needed', 'What to do now'],
    ['ja', 'アプリ パスワードが必要な可能性が高い', '次にすること'],
  ])('explains the refusal and what to do, in %s', async (lang, title, next) => {
    await using mock = await mockedCommand()
    mock.microsoft.accounts.get(hanako).twoStep = true
    const { code, stdout } = await mock.run(['check', hanako, '--lang', lang], password)
    expect(code).toBe(1)
    for (const text of [title, next, 'A2 NO LOGIN failed.', '/proofs/AppPassword', `--servers ${mock.servers}`]) {
      expect(stdout).toContain(text)
    }
  })

  it('is the document of docs/reference/json.md with --json', async () => {
    await using mock = await mockedCommand()
    const { code, stdout } = await mock.run(['check', hanako, '--json', '--protocol', 'imap'], 'wrong')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      address: hanako,
      account: 'personal',
      asOf: '2021-05-01',
      ok: false,
      finding: {
        code: 'app-password-needed',
        certainty: 'likely',
        title: expect.any(String),
        nextSteps: expect.any(Array),
      },
      protocols: [
        {
          protocol: 'imap',
          host: 'imap-mail.outlook.com',
          port: 993,
          security: 'tls',
          steps: ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in'].map((step) => ({ step })),
          differences: [],
          finding: { code: 'app-password-needed', certainty: 'likely' },
        },
      ],
    })
  })

  it('joins an app password pasted in groups', async () => {
    await using mock = await mockedCommand()
    const account = mock.microsoft.accounts.get(hanako)
    account.twoStep = true
    const { password: made } = account.createAppPassword('Outlook 2016')
    const { code } = await mock.run(['check', hanako], made.replaceAll(/(.{4})(?!$)/g, '$1 '))
    expect(code).toBe(0)
  })

  it('compares what the mail program is set to with what is right', async () => {
    await using mock = await mockedCommand()
    const using = ['--using', 'imap=imap-mail.outlook.com:143/none/spa/user=hanako', '--protocol', 'imap']
    const { code, stdout } = await mock.run(['check', hanako, ...using], password)
    expect(code).toBe(1)
    expect(stdout).toMatch(/Port +143 +993/)
    expect(stdout).toMatch(/Encryption +none +SSL\/TLS/)
    expect(stdout).toMatch(/SPA +on +off/)
    expect(stdout).toMatch(/User name +hanako +hanako@hotmail\.com/)
    expect(mock.microsoft.signIns).toEqual([])
  })

  it('signs nobody in with --no-sign-in', async () => {
    await using mock = await mockedCommand()
    const { code } = await mock.run(['check', hanako, '--no-sign-in'])
    expect(code).toBe(0)
    expect(mock.microsoft.signIns).toEqual([])
  })

  it('never shows a secret, whatever is asked for', async () => {
    await using mock = await mockedCommand()
    const message = ['send', '--from', hanako, '--to', hanako, '--text', 'x']
    for (const secret of [password, 'ひみつ "\\']) {
      const forms = [secret, ...['', `\0${hanako}\0`].map((before) => Buffer.from(before + secret).toString('base64'))]
      for (const args of [['check', hanako], ['check', hanako, '--json'], ['list', '--account', hanako], message]) {
        const { stdout, stderr } = await mock.run([...args, '--verbose'], secret)
        for (const form of forms) expect(stdout + stderr).not.toContain(form)
      }
    }
  })

  it('shows with --verbose every line the servers said', async () => {
    await using mock = await mockedCommand()
    const { stderr } = await mock.run(['check', hanako, '--verbose'], password)
    expect(stderr).toMatch(/^IMAP capabilities: \* CAPABILITY IMAP4/m)
    expect(stderr).toMatch(/^SMTP sign-in: 235 /m)
  })

  it('quotes a server without obeying it', async () => {
    await using folder = await temporaryFolder()
    await using server = await startScripted((peer) => peer.send('554 \u001b[31mgo\u0007 away\u009b2J\r\n'))
    const map = { version: 1, asOf: '2021-05-01', connect: { 'smtp-mail.outlook.com:587': `127.0.0.1:${server.port}` } }
    const servers = await folder.write('servers.json', map)
    const args = ['check', hanako, '--protocol', 'smtp', '--no-sign-in', '--verbose', '--servers', servers]
    const { code, stdout, stderr } = await runMain(args)
    expect(code).toBe(1)
    expect(stdout).toContain('␛[31mgo␇ away')
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  })
})

describe('a server that is something else', () => {
  const endings: [title: string, code: number, error: string, greet: string | undefined][] = [
    ['says nothing', 75, 'connection-timeout', undefined],
    ['is full', 75, 'server-unavailable', '421 4.3.2 Service not available\r\n'],
    ['speaks HTTP', 76, 'not-a-mail-server', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ]

  it.each(endings)('that %s ends send with %i', async (_title, code, error, greet) => {
    await using folder = await temporaryFolder()
    await using server = await startScripted((peer) => greet !== undefined && peer.send(greet).end())
    const map = { version: 1, asOf: '2021-05-01', connect: { 'smtp-mail.outlook.com:587': `127.0.0.1:${server.port}` } }
    const servers = await folder.write('servers.json', map)
    const args = [
      'send',
      '--from',
      hanako,
      '--to',
      hanako,
      '--text',
      'x',
      '--password-stdin',
      '--timeout',
      '0.5',
      '--json',
    ]
    const told = await runMain([...args, '--servers', servers], { stdin: 'secret\n' })
    expect(JSON.parse(told.stdout)).toMatchObject({ error: { code: error } })
    expect(told.code).toBe(code)
  })

  it.each([
    ['outside the map', 68, 'host-not-found', {}],
    ['whose mock is gone', 69, 'mock-not-running', { 'imap-mail.outlook.com:993': '127.0.0.1:1' }],
  ])('%s ends list with %i', async (_title, code, error, connect) => {
    await using folder = await temporaryFolder()
    const servers = await folder.write('servers.json', { version: 1, asOf: '2021-05-01', connect })
    const args = ['list', '--account', hanako, '--password-stdin', '--json', '--servers', servers]
    const told = await runMain(args, { stdin: 'secret\n' })
    expect(JSON.parse(told.stdout)).toMatchObject({ error: { code: error } })
    expect(told.code).toBe(code)
  })

  it('does not keep a signal waiting: 130', async () => {
    await using folder = await temporaryFolder()
    const { promise: connected, resolve } = resolvable()
    await using server = await startScripted(() => resolve())
    const map = { version: 1, asOf: '2021-05-01', connect: { 'imap-mail.outlook.com:993': `127.0.0.1:${server.port}` } }
    const servers = await folder.write('servers.json', map)
    const child = start(['check', hanako, '--protocol', 'imap', '--no-sign-in', '--servers', servers])
    const end = ended(child)
    await connected
    child.kill('SIGINT')
    expect(await end).toMatchObject({ code: 130, stdout: '' })
  })
})

function resolvable() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve: () => resolve() }
}
