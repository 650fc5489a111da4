import { mkdir, readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { multipart } from '../support/multipart.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const getmail = requirement('clients', missingProgram('getmail', '--version'))

/** Hands every new message to a shell, the one destination that getmail takes for root as well. */
async function fetch(desk: Desk, protocol: 'IMAP' | 'POP3', secret = desk.secret) {
  const { port } = protocol === 'IMAP' ? desk.microsoft.imap : desk.microsoft.pop3
  await mkdir(desk.path('fetched'), { recursive: true })
  const config = await desk.write(
    'getmailrc',
    `[retriever]
type = Simple${protocol}SSLRetriever
server = localhost
port = ${port}
username = ${address}
password = ${secret}
ca_certs = ${desk.ca}
[destination]
type = MDA_external
path = /bin/sh
arguments = ("-c", "cat > ${desk.path('fetched')}/$$")
allow_root_commands = true
[options]
read_all = false
delivered_to = false
received = false
`,
  )
  return desk.run('getmail', ['--getmaildir', desk.path('.'), '--rcfile', config])
}

/** The messages without what getmail changes: line ends, folded header lines, and a field of its own. */
async function fetched(desk: Desk): Promise<string[]> {
  const names = await readdir(desk.path('fetched'))
  const messages = await Promise.all(names.map((name) => readFile(desk.path(`fetched/${name}`), 'utf8')))
  return messages.map((message) => message.replaceAll('\n ', ' ').replace(/^X-getmail-.*\n/m, ''))
}

describe.runIf(getmail.met)(`${getmail.title('getmail')}`, () => {
  it.each(['IMAP', 'POP3'] as const)('reads over %s, each message once', async (protocol) => {
    await using desk = await sitDown()
    desk.microsoft.mail.append(address, 'Inbox', multipart)
    for (const count of [1, 0]) {
      const { code, stdout, stderr } = await fetch(desk, protocol)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain(`${count} messages`)
      expect(await fetched(desk)).toEqual([multipart.toString().replaceAll('\r\n', '\n')])
    }
  })

  it.each([
    ['IMAP', "credential/login error (b'LOGIN failed.')"],
    ['POP3', '-ERR Logon failure: unknown user name or bad password.'],
  ] as const)('understands over %s that a wrong secret is refused', async (protocol, expected) => {
    await using desk = await sitDown()
    const { code, stderr } = await fetch(desk, protocol, 'zzzzzzzzzzzzzzzz')
    expect(code).not.toBe(0)
    expect(stderr).toContain(expected)
  })
})
