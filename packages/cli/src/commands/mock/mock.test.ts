/** mock as a process: its map file, its one JSON document, its signals, and configurations with mistakes. */
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { startScripted } from '@sparekey/testkit/server'
import { runMain } from '../../testing/run-main.ts'
import { run, start } from '../../testing/run.ts'

type Ready = {
  api: string
  asOf: string
  connect: Record<string, string>
  accounts: { address: string; password: string }[]
}

/** Starts the mock and waits until it says that it is ready. */
async function startMock(args: readonly string[]) {
  const child = start(['mock', '--json', ...args])
  let text = ''
  for await (const chunk of child.stdout) {
    text += String(chunk)
    if (text.endsWith('}\n')) break
  }
  return {
    ready: JSON.parse(text) as Ready,
    async stop(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal)
      const [code] = (await once(child, 'exit')) as [number | null]
      return code
    },
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

describe('mock', () => {
  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is ended by %s with %i, and takes its map with it', async (signal, code) => {
    await using folder = await temporaryFolder()
    const path = await folder.write(
      'servers.json',
      { version: 1, connect: {}, left: 'by a mock that was killed' },
      0o644,
    )
    using mock = await startMock(['--write', path])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      version: 1,
      asOf: '2021-05-01',
      api: mock.ready.api,
    })
    expect(await mock.stop(signal)).toBe(code)
    expect(await exists(path)).toBe(false)
  })

  it('has one account with a password that opens it', async () => {
    await using folder = await temporaryFolder()
    const servers = join(folder.path, 'servers.json')
    using mock = await startMock(['--write', servers])
    const [account] = mock.ready.accounts
    expect(account).toMatchObject({ address: 'hanako@hotmail.com', password: expect.any(String) })
    const args = ['check', 'hanako@hotmail.com', '--password-stdin', '--servers', servers]
    expect((await run(args, { stdin: `${account!.password}\n` })).code).toBe(0)
  })

  it('writes the map anew when the clock is set', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('servers.json', '') // as mktemp leaves it
    using mock = await startMock(['--write', path, '--as-of', '2022-01-01'])
    expect(mock.ready.asOf).toBe('2022-01-01')
    const { ino } = await stat(path)
    await fetch(`${mock.ready.api}/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"now":"2026-11-22T00:00:00Z"}',
    })
    await expect.poll(async () => (await stat(path)).ino).not.toBe(ino)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ asOf: '2026-11-22' })
  })

  it('takes accounts and mail from a configuration, and listens where it is told', async () => {
    await using folder = await temporaryFolder()
    await folder.write('a.eml', 'Subject: from a file\n\nx\n')
    const config = await folder.write('config.json', {
      accounts: [{ address: 'taro@contoso.example', password: 'correct horse', kind: 'work' }],
      mail: { 'taro@contoso.example': { Inbox: ['a.eml'] } },
    })
    const servers = join(folder.path, 'servers.json')
    using mock = await startMock(['--config', config, '--write', servers])
    expect(mock.ready.accounts).toEqual([{ address: 'taro@contoso.example', password: 'correct horse' }])
    const list = ['list', '--account', 'taro@contoso.example', '--password-stdin', '--json', '--servers', servers]
    const { stdout } = await run(list, { stdin: 'correct horse\n' })
    expect(JSON.parse(stdout)).toMatchObject({ messages: [{ subject: 'from a file' }] })
  })

  it('names every mistake of a configuration with its JSON path, and repeats no password: 65', async () => {
    await using folder = await temporaryFolder()
    const config = await folder.write('config.json', {
      asOf: 'yesterday',
      accounts: [{ address: 'taro', password: 'correct horse', twoStep: 'on' }],
    })
    const { code, stderr, stdout } = await runMain(['mock', '--config', config])
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' })
    const lines = stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    for (const path of ['$.asOf', '$.accounts[0].address', '$.accounts[0].twoStep']) {
      expect(lines.filter((line) => line.includes(path))).toHaveLength(1)
    }
    expect(stderr).not.toContain('correct horse')

    const mistakes = [
      '$.accounts[0].address must be a mail address, such as hanako@hotmail.com',
      '$.accounts[0].twoStep must be true or false',
    ]
    const told = await runMain(['mock', '--config', config, '--json'])
    const { error } = JSON.parse(told.stdout) as { error: { message: string; mistakes: string[] } }
    expect(error.mistakes).toEqual(expect.arrayContaining(mistakes))
    expect(error.message.split('\n')).toEqual(error.mistakes.map((mistake) => `${config}: ${mistake}`))
    const japanese = await runMain(['mock', '--config', config, '--json', '--lang', 'ja'])
    expect(JSON.parse(japanese.stdout)).toMatchObject({
      error: { mistakes: expect.arrayContaining(['$.accounts[0].twoStep は true か false で指定してください']) },
    })
  })

  it('names a message that is missing, and the configuration that names it: 66', async () => {
    await using folder = await temporaryFolder()
    const config = await folder.write('config.json', {
      accounts: [{ address: 'hanako@hotmail.com', password: 'x' }],
      mail: { 'hanako@hotmail.com': { Inbox: ['a.eml'] } },
    })
    const { code, stderr } = await runMain(['mock', '--config', config])
    expect(code).toBe(66)
    expect(stderr).toContain(`${join(folder.path, 'a.eml')} does not exist. ${config} names it.`)
  })

  it.each([
    ['{', '$ must be JSON'],
    ['[]', '$ must be an object'],
    ['{"host":"0.0.0.0"}', '$.host'],
    ['{"colour":"blue"}', '$.colour'],
  ])('refuses the configuration %s', async (text, mistake) => {
    await using folder = await temporaryFolder()
    const { code, stderr } = await runMain(['mock', '--config', await folder.write('config.json', text)])
    expect(code).toBe(65)
    expect(stderr).toContain(mistake)
  })

  it('does not choose between two ports for one server: 64', async () => {
    const { code, stderr } = await runMain(['mock', '--port', 'imap=40993', '--port', 'imap=41993'])
    expect(code).toBe(64)
    expect(stderr).toContain('--port imap may be given only once')
  })

  it.each([
    ['a text', 'precious'],
    ['somebody’s JSON', { version: 1, connections: {} }],
    ['a list', []],
    ['a map of a later version', { version: 2, connect: {} }],
  ])('leaves %s alone, and says what to do: 73', async (_, content) => {
    await using folder = await temporaryFolder()
    const path = await folder.write('precious', content)
    const before = await readFile(path, 'utf8')
    const { code, stdout } = await runMain(['mock', '--write', path, '--json'])
    expect(code).toBe(73)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'output-exists', message: expect.stringContaining('another name') },
    })
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('leaves a folder alone: 73', async () => {
    await using folder = await temporaryFolder()
    await folder.write('kept.txt', 'x')
    const { code, stdout } = await runMain(['mock', '--write', folder.path, '--json'])
    expect(code).toBe(73)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'output-exists' } })
    expect(await exists(join(folder.path, 'kept.txt'))).toBe(true)
  })

  it('says when a port is in use: 69', async () => {
    await using other = await startScripted(() => undefined)
    const { code, stdout } = await runMain(['mock', '--port', `imap=${other.port}`, '--json'])
    expect(code).toBe(69)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'port-in-use', message: expect.stringContaining(String(other.port)) },
    })
  })
})
