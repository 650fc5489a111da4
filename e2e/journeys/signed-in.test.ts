/** After signing in once, nothing asks again: as a person and as programs meet it, in processes of their own. */
import { readdir, stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { hanako, openTerminal } from '../support/terminal.ts'
import { accountsOf, onlySecret, secretsOf } from '../support/kept.ts'

const { address } = hanako

// Each has a home and a mock of its own, and mostly waits for a device's turn to ask.
test.concurrent('after a sign-in with Microsoft nothing asks for a password, until the sign-out', async () => {
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
    const read = await terminal.run(['read', messages[0]!.uid, '--account', address, '--protocol', protocol, '--json'])
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

test.concurrent('after a sign-in with Microsoft a message goes by Graph where SMTP is off for the mailbox, once', async () => {
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

test.concurrent('after a sign-in with Microsoft at one mock, another mock gets nothing of it', async () => {
  await using terminal = await openTerminal()
  await using other = await openTerminal()
  await terminal.login()
  const { code } = await terminal.run(['list', '--account', address, '--servers', other.servers])
  expect(code).toBe(78)
  expect((await terminal.run(['accounts', '--json', '--servers', other.servers])).stdout).toContain('"accounts": []')
  expect(other.microsoft.signIns).toEqual([])
})

test.concurrent('after a sign-in with Microsoft the account has the name that Microsoft gives it, not the one that was typed', async () => {
  await using terminal = await openTerminal({ accounts: [{ ...hanako, aliases: ['hana@outlook.com'] }] })
  const { code, stderr } = await terminal.login({ address: 'hana@outlook.com' })
  expect(code).toBe(0)
  expect(stderr).toContain(`You typed hana@outlook.com and signed in as ${address}`)
  expect(await accountsOf(terminal)).toMatchObject([{ address }])
  expect((await terminal.run(['list', '--account', 'hana@outlook.com'])).code).toBe(78)
  const args = ['send', '--from', 'hana@outlook.com', '--account', address, '--to', address, '--text', 'x']
  expect((await terminal.run(args)).code).toBe(0)
})
