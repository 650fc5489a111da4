import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { multipart } from '../support/multipart.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const fetchmail = requirement('clients', missingProgram('fetchmail', '--version'))

/** fetchmail's PS_AUTHFAIL. */
const authenticationFailed = 3

/** Fetches everything that is new into one file, by a configuration only its owner can read. */
async function fetch(desk: Desk, protocol: 'IMAP' | 'POP3', secret = desk.secret) {
  const { port } = protocol === 'IMAP' ? desk.microsoft.imap : desk.microsoft.pop3
  const config = await desk.write(
    'fetchmailrc',
    `poll localhost protocol ${protocol} port ${port}
  user "${address}" password "${secret}"
  ssl sslcertck sslcertfile "${desk.ca}"
  keep fetchall no rewrite
  mda "cat >> ${desk.path('fetched')}"
`,
  )
  const args = ['--fetchmailrc', config, '--pidfile', desk.path('pid'), '--nosyslog', '--invisible', '--verbose']
  return desk.run('fetchmail', args)
}

describe.runIf(fetchmail.met)(`${fetchmail.title('fetchmail')}`, () => {
  it.each(['IMAP', 'POP3'] as const)('reads byte for byte over %s', async (protocol) => {
    await using desk = await sitDown()
    desk.microsoft.mail.append(address, 'Inbox', multipart)
    const { code, stdout } = await fetch(desk, protocol)
    expect(stdout).toContain('1 message for hanako@hotmail.com at localhost')
    expect(code).toBe(0)
    // It hands messages on with LF line ends.
    expect(await readFile(desk.path('fetched'), 'utf8')).toBe(multipart.toString().replaceAll('\r\n', '\n'))
  })

  it.each(['IMAP', 'POP3'] as const)('understands over %s that a wrong secret is refused', async (protocol) => {
    await using desk = await sitDown()
    const { code, stderr } = await fetch(desk, protocol, 'zzzzzzzzzzzzzzzz')
    expect(code).toBe(authenticationFailed)
    expect(stderr).toContain('Authorization failure on hanako@hotmail.com@localhost')
  })
})
