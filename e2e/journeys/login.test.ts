/** Signing in once, and then never being asked again: as a person and as programs meet it, in processes of their own. */
import { once } from 'node:events'
import { chmod, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { Person } from '../support/person.ts'
import { hanako, openTerminal, type Terminal } from '../support/terminal.ts'

const { address } = hanako
const secretsOf = (terminal: Terminal) => join(terminal.home, '.local/state/sparekey/secrets')

type Account = { address: string; signIn: string; store: string }
async function accountsOf(terminal: Terminal): Promise<Account[]> {
  const { stdout } = await terminal.run(['accounts', '--json'])
  return (JSON.parse(stdout) as { accounts: Account[] }).accounts
}

async function onlySecret(terminal: Terminal): Promise<string> {
  const names = await readdir(secretsOf(terminal))
  expect(names).toHaveLength(1)
  return join(secretsOf(terminal), names[0]!)
}

/** A browser that only says what it was asked to open. */
async function startBrowser(folder: string) {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const opened = once(server, 'request').then(async ([request, response]) => {
    const page = await text(request as IncomingMessage)
    ;(response as ServerResponse).end()
    return page
  })
  const script = join(folder, 'browser.mjs')
  const { port } = server.address() as AddressInfo
  await writeFile(script, `await fetch('http://127.0.0.1:${port}', { method: 'POST', body: process.argv[2] })\n`)
  return {
    command: `${process.execPath} ${script} %s`,
    opened,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

// Each has a home and a mock of its own, and mostly waits for a device's turn to ask.
describe.concurrent('after a sign-in with Microsoft', () => {
  it('nothing asks for a password, until the sign-out', async () => {
    await using terminal = await openTerminal()
    const signedIn = await terminal.login()
    expect(signedIn.code).toBe(0)
    expect(signedIn.stdout).toContain(`${address} is signed in with Microsoft.`)
    expect(signedIn.stderr).toContain('neither the normal one nor an app password')

    const accounts = await terminal.run(['accounts'])
    expect(accounts.stdout).toContain(address)
    expect(await accountsOf(terminal)).toMatchObject([{ address, signIn: 'oauth', store: 'file' }])
    expect((await stat(await onlySecret(terminal))).mode & 0o777).toBe(0o600)

    const token = await terminal.run(['token', address])
    expect(token.code).toBe(0)
    expect(token.stdout).toMatch(/^EwB[\w+/=.-]{40,}\n$/)

    const checked = await terminal.run(['check', address, '--json'])
    expect(checked.code).toBe(0)

    const sent = await terminal.run([
      'send',
      '--from',
      address,
      '--to',
      address,
      '--subject',
      'Hi',
      '--text',
      'x',
      '--json',
    ])
    expect(JSON.parse(sent.stdout)).toMatchObject({ accepted: [address], via: 'smtp' })
    for (const protocol of ['imap', 'pop3']) {
      const listed = await terminal.run(['list', '--account', address, '--protocol', protocol, '--json'])
      const { messages } = JSON.parse(listed.stdout) as { messages: { uid: string; subject: string }[] }
      expect(messages.map(({ subject }) => subject)).toEqual(['Hi'])
      const read = await terminal.run([
        'read',
        messages[0]!.uid,
        '--account',
        address,
        '--protocol',
        protocol,
        '--json',
      ])
      expect(JSON.parse(read.stdout)).toMatchObject({ text: expect.stringMatching(/^x\s*$/) })
    }
    expect(new Set(terminal.microsoft.signIns.map(({ mechanism, outcome }) => `${mechanism} ${outcome}`))).toEqual(
      new Set(['XOAUTH2 accepted']),
    )

    const out = await terminal.run(['logout', address])
    expect(out.code).toBe(0)
    expect(await readdir(secretsOf(terminal))).toEqual([])
    expect(await accountsOf(terminal)).toEqual([])
    const refused = await terminal.run(['list', '--account', address])
    expect(refused.code).toBe(78)
    expect(refused.stderr).toContain(`sparekey login ${address} --servers ${terminal.servers}`)
  })

  it('a message goes by Graph where SMTP is off for the mailbox, once', async () => {
    const accounts = [{ ...hanako, protocols: { imap: true, pop3: true, smtp: false } }]
    await using terminal = await openTerminal({ accounts })
    await terminal.login()
    const args = ['send', '--from', address, '--to', address, '--subject', 'Hi', '--text', 'x']
    const sent = await terminal.run([...args, '--json'])
    expect(sent.code).toBe(0)
    expect(JSON.parse(sent.stdout)).toMatchObject({ accepted: [address], via: 'graph' })
    const listed = await terminal.run(['list', '--account', address, '--json'])
    expect(JSON.parse(listed.stdout)).toMatchObject({ messages: [{ subject: 'Hi' }] })
    expect((await terminal.run(args)).stdout).toMatch(/Microsoft\s+Graph/)
  })

  it('another mock gets nothing of it', async () => {
    await using terminal = await openTerminal()
    await using other = await openTerminal()
    await terminal.login()
    const { code } = await terminal.run(['list', '--account', address, '--servers', other.servers])
    expect(code).toBe(78)
    expect((await terminal.run(['accounts', '--json', '--servers', other.servers])).stdout).toContain('"accounts": []')
    expect(other.microsoft.signIns).toEqual([])
  })

  it('the account has the name that Microsoft gives it, not the one that was typed', async () => {
    await using terminal = await openTerminal({ accounts: [{ ...hanako, aliases: ['hana@outlook.com'] }] })
    const { code, stderr } = await terminal.login({ address: 'hana@outlook.com' })
    expect(code).toBe(0)
    expect(stderr).toContain(`You typed hana@outlook.com and signed in as ${address}`)
    expect(await accountsOf(terminal)).toMatchObject([{ address }])
    expect((await terminal.run(['list', '--account', 'hana@outlook.com'])).code).toBe(78)
    const args = ['send', '--from', 'hana@outlook.com', '--account', address, '--to', address, '--text', 'x']
    expect((await terminal.run(args)).code).toBe(0)
  })
})

describe.concurrent('signing in', () => {
  it('works in the browser of this computer, which opens after it was said and only on the map’s pages', async () => {
    await using terminal = await openTerminal()
    await using browser = await startBrowser(terminal.folder)
    const { page, end } = await terminal.beginLogin({
      args: ['--oauth', 'browser'],
      env: { BROWSER: browser.command },
    })
    expect(page.startsWith(terminal.microsoft.servers.open['https://login.microsoftonline.com']!)).toBe(true)
    expect(await browser.opened).toBe(page)
    const person = new Person()
    await person.open(page)
    await person.signInAndAnswer(hanako)
    expect(person.page.html).toContain(address)
    expect((await end).code).toBe(0)
    expect((await terminal.run(['token', address])).code).toBe(0)
  })

  it('goes on after a callback that is not its own', async () => {
    await using terminal = await openTerminal()
    const { page, end } = await terminal.beginLogin({ args: ['--oauth', 'browser'] })
    const redirect = new URL(page).searchParams.get('redirect_uri')!
    const foreign = await fetch(`${redirect}/?code=foreign&state=foreign`)
    expect(foreign.status).toBe(400)
    const person = new Person()
    await person.open(page)
    await person.signInAndAnswer(hanako)
    const { code, stderr } = await end
    expect(code).toBe(0)
    expect(stderr).toContain('No browser could be started')
  })

  it('is said to be declined, and leaves the account as it was', async () => {
    await using terminal = await openTerminal()
    await terminal.login()
    const before = await readFile(await onlySecret(terminal), 'utf8')
    const { end, ...device } = await terminal.beginLogin()
    await new Person().answerDevice(device, hanako, 'no')
    const { code, stderr, stdout } = await end
    expect({ code, stdout }).toEqual({ code: 77, stdout: '' })
    expect(stderr).toContain('sign-in-declined')
    expect(await readFile(await onlySecret(terminal), 'utf8')).toBe(before)
    expect((await terminal.run(['token', address])).code).toBe(0)
  })

  it('ends when its code has expired, with nothing kept', async () => {
    await using terminal = await openTerminal()
    const { end } = await terminal.beginLogin()
    terminal.microsoft.clock.set('2026-11-22T00:20:00Z')
    const { code, stderr } = await end
    expect(code).toBe(75)
    expect(stderr).toContain('sign-in-timeout')
    expect(await accountsOf(terminal)).toEqual([])
  })

  it('may be given up while it waits', async () => {
    await using terminal = await openTerminal()
    const { end, interrupt } = await terminal.beginLogin()
    interrupt()
    expect((await end).code).toBe(130)
    expect(await accountsOf(terminal)).toEqual([])
  })

  it('twice at once leaves one account that works', async () => {
    await using terminal = await openTerminal()
    const begun = await Promise.all([terminal.beginLogin(), terminal.beginLogin()])
    await Promise.all(begun.map((device) => new Person().answerDevice(device, hanako)))
    for (const { end } of begun) expect((await end).code).toBe(0)
    expect(await accountsOf(terminal)).toHaveLength(1)
    await onlySecret(terminal)
    const tokens = await Promise.all([1, 2, 3].map(() => terminal.run(['token', address])))
    expect(tokens.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(new Set(tokens.map(({ stdout }) => stdout)).size).toBe(3)
  })
})

describe.concurrent('a kept sign-in', () => {
  it('that others could read is refused before anything is sent', async () => {
    await using terminal = await openTerminal()
    await terminal.login()
    const path = await onlySecret(terminal)
    await chmod(path, 0o644)
    const before = terminal.microsoft.signIns.length
    const { code, stderr } = await terminal.run(['list', '--account', address])
    expect(code).toBe(65)
    expect(stderr).toContain('chmod 600')
    expect(terminal.microsoft.signIns).toHaveLength(before)
    await chmod(path, 0o600)
    expect((await terminal.run(['list', '--account', address])).code).toBe(0)
  })

  it('that was cut in half is refused by Microsoft, and stays as it is', async () => {
    await using terminal = await openTerminal()
    await terminal.login()
    const path = await onlySecret(terminal)
    const kept = JSON.parse(await readFile(path, 'utf8')) as { secret: string }
    const half = kept.secret.slice(0, kept.secret.length / 2)
    await writeFile(path, JSON.stringify({ ...kept, secret: half }))
    const { code, stderr, stdout } = await terminal.run(['token', address, '--verbose'])
    expect({ code, stdout }).toEqual({ code: 77, stdout: '' })
    expect(stderr).toContain('sparekey login')
    expect(stderr).not.toContain(half)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ secret: half })
  })

  it('ends with the password it was made with', async () => {
    await using terminal = await openTerminal()
    await terminal.login()
    terminal.microsoft.accounts.get(address).password = 'a new one'
    const { code, stderr } = await terminal.run(['list', '--account', address])
    expect(code).toBe(77)
    expect(stderr).toContain('sparekey login')
  })

  it('is made and used at a mock that has been running for hours', async () => {
    await using terminal = await openTerminal()
    terminal.microsoft.clock.set('2026-11-22T05:00:00Z')
    const hoursAgo = new Date(Date.now() - 5 * 3_600_000)
    await utimes(terminal.servers, hoursAgo, hoursAgo)
    expect((await terminal.login()).code).toBe(0)
    expect((await terminal.run(['list', '--account', address])).code).toBe(0)
  })

  it('survives a clock that was moved backwards', async () => {
    await using terminal = await openTerminal()
    await terminal.login()
    terminal.microsoft.clock.set('2026-11-20')
    await terminal.refreshMap()
    expect((await terminal.run(['list', '--account', address])).code).toBe(0)
  })
})

describe.concurrent('an app password', () => {
  it('is kept once a server has let it in, and used from then on', async () => {
    await using terminal = await openTerminal({ asOf: '2021-05-01' })
    const account = terminal.microsoft.accounts.get(address)
    account.twoStep = true
    const login = ['login', address, '--password-stdin', '--store', 'file']
    const wrong = await terminal.run([...login, '--app-password'], { stdin: 'abcdefghijklmnop\n' })
    expect(wrong.code).toBe(77)
    expect(wrong.stderr).toContain('app-password-wrong')
    expect(await accountsOf(terminal)).toEqual([])

    const { password } = account.createAppPassword('sparekey')
    const right = await terminal.run(login, { stdin: `${password.replace(/.{4}/g, '$& ')}\n` })
    expect(right.code).toBe(0)
    expect(await accountsOf(terminal)).toMatchObject([{ address, signIn: 'app-password' }])
    expect((await terminal.run(['check', address])).code).toBe(0)
    expect((await terminal.run(['list', '--account', address, '--protocol', 'pop3'])).code).toBe(0)
    expect((await terminal.run(['token', address])).code).toBe(78)

    terminal.microsoft.clock.set('2026-11-22')
    await terminal.refreshMap()
    const today = await terminal.run(['check', address, '--json'])
    expect(today.code).toBe(1)
    expect(JSON.parse(today.stdout)).toMatchObject({ finding: { code: 'basic-auth-retired' } })
    expect((await terminal.login()).code).toBe(0)
    expect(await accountsOf(terminal)).toMatchObject([{ address, signIn: 'oauth' }])
    await onlySecret(terminal)
  })

  it('cannot be kept where none works any more, which is said before it is sent', async () => {
    await using terminal = await openTerminal()
    const { code, stderr } = await terminal.run(['login', address, '--app-password', '--password-stdin'], {
      stdin: 'abcdefghijklmnop\n',
    })
    expect(code).toBe(77)
    expect(stderr).toContain('basic-auth-retired')
    expect(terminal.microsoft.signIns).toEqual([])
  })
})
