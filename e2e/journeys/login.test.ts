/** Signing in with Microsoft, as a person and as programs meet it, in processes of their own. */
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { hanako, openTerminal } from '../support/terminal.ts'
import { accountsOf, onlySecret } from '../support/kept.ts'

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

const { address } = hanako

// Each has a home and a mock of its own, and mostly waits for a device's turn to ask.
test.concurrent('signing in works in the browser of this computer, which opens after it was said and only on the map’s pages', async () => {
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

test.concurrent('signing in goes on after a callback that is not its own', async () => {
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

test.concurrent('signing in is said to be declined, and leaves the account as it was', async () => {
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

test.concurrent('signing in ends when its code has expired, with nothing kept', async () => {
  await using terminal = await openTerminal()
  const { end } = await terminal.beginLogin()
  terminal.microsoft.clock.set('2026-11-22T00:20:00Z')
  const { code, stderr } = await end
  expect(code).toBe(75)
  expect(stderr).toContain('sign-in-timeout')
  expect(await accountsOf(terminal)).toEqual([])
})

test.concurrent('signing in may be given up while it waits', async () => {
  await using terminal = await openTerminal()
  const { end, interrupt } = await terminal.beginLogin()
  interrupt()
  expect((await end).code).toBe(130)
  expect(await accountsOf(terminal)).toEqual([])
})

test.concurrent('signing in twice at once leaves one account that works', async () => {
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
