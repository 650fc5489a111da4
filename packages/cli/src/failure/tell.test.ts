/** What is told of servers that take no password, or do not answer. */
import { describe, expect, it } from 'vitest'
import { SparekeyError } from '@sparekey/core'
import { startScripted } from '@sparekey/testkit/server'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { hanako, mockedCommand, password } from '../testing/mock.ts'
import { runMain } from '../testing/run-main.ts'
import { en } from '../words/en/en.ts'
import { ja } from '../words/ja/ja.ts'
import { Failure, usageFailure } from './failure.ts'
import { tellFailure } from './tell.ts'

const english = { say: en, lang: 'en', globals: {}, address: hanako } as const
const japanese = { ...english, say: ja, lang: 'ja' } as const

describe('a sign-in that was not even tried', () => {
  it.each([
    ['password', ['XOAUTH2'], 'basic-auth-retired'],
    ['password', ['GSSAPI', 'XOAUTH2'], 'basic-auth-retired'],
    ['password', ['GSSAPI'], 'sign-in-refused'],
    ['password', [], 'sign-in-refused'],
    ['token', ['PLAIN', 'LOGIN'], 'sign-in-refused'],
  ] as const)('for want of a way for a %s among %j is told as %s', async (notOffered, offered, code) => {
    const error = new SparekeyError('sign-in-refused', { notOffered, offered })
    const told = await tellFailure(error, english)
    expect(told).toMatchObject({ code, exitCode: 77 })
    expect(told).not.toHaveProperty('reply')
    const unsent = /so none is sent/
    expect(code === 'basic-auth-retired' ? told.warning : told.lines.join()).toMatch(unsent)
    const { lines, warning = '' } = await tellFailure(error, japanese)
    expect([...lines, warning].join()).toMatch(/(?:パスワード|トークン)は送りません/)
  })

  it('is told from one that was refused', async () => {
    const told = await tellFailure(new SparekeyError('sign-in-refused', { reply: 'NO XOAUTH2' }), english)
    expect(told).toMatchObject({ code: 'sign-in-refused', reply: 'NO XOAUTH2' })
    expect(told.lines).toEqual(['The server refused the sign-in. "sparekey check" finds out why.'])
  })
})

describe('mistakes in a file', () => {
  const rows = [
    ['not-json', '$ must be JSON', '$ は JSON として読めません'],
    ['not-an-object', '$ must be an object', '$ はオブジェクト（{ … }）で指定してください'],
    ['unknown-key', '$ is not known', '$ という項目はありません'],
    ['not-a-client-id', '$ must be a client id', '$ はクライアント ID で指定してください'],
  ] as const

  it('are told one by one, in both languages', async () => {
    const mistakes = [...rows.map(([code]) => ({ path: '$', code })), { line: 'told already' }]
    const error = new Failure('bad-config', { path: 'c.json', mistakes })
    expect(rows.map(([code]) => code).toSorted()).toEqual(Object.keys(en.fileMistakes).toSorted())
    for (const [telling, expected] of [
      [english, rows.map(([, line]) => line)],
      [japanese, rows.map(([, , line]) => line)],
    ] as const) {
      const told = await tellFailure(error, telling)
      const lines = [...expected, 'told already']
      expect(told).toMatchObject({ code: 'bad-config', exitCode: 65, mistakes: lines })
      expect(told.lines).toEqual(lines.map((line) => `c.json: ${line}`))
    }
  })

  it('of a server map are told as core tells them', async () => {
    const mistakes = [
      { path: '$.version', code: 'missing', params: {} },
      { path: '$.connect["a:1"]', code: 'not-a-target', params: { example: '127.0.0.1:1' } },
    ] as const
    const error = new SparekeyError('bad-server-map', { path: 'm.json', mistakes })
    expect(await tellFailure(error, english)).toMatchObject({
      exitCode: 65,
      lines: [
        'The server map m.json has mistakes: $.version: is missing; $.connect["a:1"]: must be HOST:PORT, such as 127.0.0.1:1',
      ],
      mistakes: ['$.version: is missing', '$.connect["a:1"]: must be HOST:PORT, such as 127.0.0.1:1'],
    })
    expect(await tellFailure(error, japanese)).toMatchObject({
      lines: [
        'サーバーマップ m.json に誤りがあります: $.version がありません、$.connect["a:1"] は「ホスト:ポート」で指定してください（例: 127.0.0.1:1）',
      ],
      mistakes: ['$.version がありません', '$.connect["a:1"] は「ホスト:ポート」で指定してください（例: 127.0.0.1:1）'],
    })
  })
})

describe('a finding', () => {
  it('is told whole to programs, as sure as it is, with the host that has the mail', async () => {
    const refused = new SparekeyError('recipient-refused', { reply: '550 5.1.1 no', certainty: 'likely' })
    expect((await tellFailure(refused, english)).finding).toEqual({
      code: 'recipient-refused',
      certainty: 'likely',
      title: expect.any(String),
      explanation: expect.any(String),
      nextSteps: expect.any(Array),
    })
    const elsewhere = { address: 'a@b.example', domain: 'b.example', exchange: 'mx.b.example' }
    const { finding, lines } = await tellFailure(new SparekeyError('mx-elsewhere', elsewhere), english)
    expect(lines.join()).toContain('mx.b.example')
    expect(finding).toMatchObject({ code: 'mx-elsewhere', certainty: 'certain' })
    expect(finding!.explanation).toContain('mx.b.example')
  })

  it('has the steps of the account’s kind, which its domain alone does not tell', async () => {
    const restricted = new SparekeyError('sender-restricted', { reply: '550 5.1.8 no' })
    const own = { ...english, address: 'taro@contoso.example' }
    const stepsFor = async (telling: typeof own & { account?: 'work' }) =>
      JSON.stringify((await tellFailure(restricted, telling)).nextSteps)
    expect(await stepsFor(own)).toContain('With a personal account')
    expect(await stepsFor({ ...own, account: 'work' })).not.toContain('personal account')
  })

  it('of a sign-in that was refused for no known reason is none', async () => {
    const told = await tellFailure(new SparekeyError('sign-in-refused', { reply: 'NO' }), english)
    expect(told).not.toHaveProperty('finding')
  })
})

describe('what else is told', () => {
  it.each([
    [new SparekeyError('message-refused', { reply: '554 no' }), 'message-refused', /refused the message/],
    [new SparekeyError('mailbox-full', { reply: '554 5.2.2 full' }), 'mailbox-full', /mailbox is full/],
    [new SparekeyError('bad-address', { problem: 'not-a-username' }), 'bad-address', /user name is empty/],
    [new SparekeyError('usage', { problem: 'password-and-token' }), 'internal', /bug in sparekey.*password-and-token/],
    [new SparekeyError('host-not-found', { host: 'a.example' }), 'host-not-found', /\(host-not-found: a\.example\)/],
    [new Failure('not-let-in', { finding: 'password-wrong', reply: 'NO' }), 'password-wrong', /\(password-wrong\)/],
    [usageFailure(['one', 'two'], 'More'), 'usage', /^one\ntwo$/],
    [new TypeError('secret'), 'internal', /\(TypeError\)/],
    [Object.assign(new Error('secret'), { code: 'EBADF' }), 'internal', /\(EBADF\)/],
    [Object.assign(new Error('secret'), { name: 'SparekeyError', code: 'no-such-code' }), 'internal', /no-such-code/],
    ['secret', 'internal', /\(string\)/],
  ])('%#: %o is told as %s', async (error, code, words) => {
    const told = await tellFailure(error, english)
    expect(told.code).toBe(code)
    expect(told.lines.join('\n')).toMatch(words)
    expect(JSON.stringify(told)).not.toContain('secret')
  })

  it('is that a message may have been sent', async () => {
    const error = new SparekeyError('connection-dropped', { error: 'closed', delivery: 'unknown' })
    expect((await tellFailure(error, english)).warning).toMatch(/may have been sent all the same/)
    expect((await tellFailure(error, japanese)).warning).toMatch(/送信された可能性があります/)
  })
})

describe('a server that offers no way to sign in with a password', () => {
  it.each([
    ['en', /no longer takes passwords/, /so none is sent/],
    ['ja', /パスワードでのサインインは廃止されました/, /パスワードは送りません/],
  ])('gets none, and list says what is left to do, in %s: 77', async (lang, why, unsent) => {
    await using mock = await mockedCommand({ asOf: '2026-11-22' })
    const args = ['list', '--account', hanako, '--lang', lang]
    const { code, stderr } = await mock.run(args, password)
    expect(code).toBe(77)
    expect(stderr).toMatch(why)
    expect(stderr).toMatch(unsent)
    expect(stderr).toContain(`sparekey login ${hanako} --servers ${mock.servers}`)
    const { error } = JSON.parse((await mock.run([...args, '--json'], password)).stdout) as { error: object }
    expect(error).toMatchObject({ code: 'basic-auth-retired' })
    expect(error).not.toHaveProperty('reply')
  })
})

describe('a server that is something else', () => {
  it.each([[['list', '--account', hanako]], [['send', '--from', hanako, '--to', hanako, '--text', 'x']]])(
    'ends %j, and the next steps name the address and the map, for people and programs',
    async (args) => {
      await using folder = await temporaryFolder()
      await using server = await startScripted((peer) => peer.send('HTTP/1.1 400 Bad Request\r\n\r\n').end())
      const http = `127.0.0.1:${server.port}`
      const connect = { 'imap-mail.outlook.com:993': http, 'smtp-mail.outlook.com:587': http }
      const servers = await folder.write('servers.json', { version: 1, asOf: '2021-05-01', connect })
      const all = [...args, '--password-stdin', '--servers', servers]
      const command = `sparekey settings ${hanako} --servers ${servers}`
      const told = await runMain(all, { stdin: 'secret\n' })
      expect(told.stderr).toMatch(new RegExp(`^→ .* ${command}$`, 'm'))
      const json = await runMain([...all, '--json'], { stdin: 'secret\n' })
      const step = { text: expect.any(String), command }
      expect(JSON.parse(json.stdout)).toMatchObject({ error: { nextSteps: expect.arrayContaining([step]) } })
    },
  )
})

it.each([
  ['hanako@hotmial.com', 'hotmial.com', ['Did you mean hanako@hotmail.com?']],
  ['hanako@hotmial.com', 'hotmail.con', []],
  ['hanako@contoso.example', 'contoso.example', []],
])('%s, of which %s was not found, is asked about: %j', async (address, host, questions) => {
  const error = new SparekeyError('host-not-found', { host, error: 'EAI_AGAIN' })
  const { nextSteps } = await tellFailure(error, { ...english, address })
  expect(nextSteps.map(({ text }) => text).filter((text) => text.startsWith('Did you mean'))).toEqual(questions)
})
