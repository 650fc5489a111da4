import { describe, expect, it } from 'vitest'
import { address, sitDown, type Desk } from '../support/mail-program.ts'
import { multipart } from '../support/multipart.ts'
import { missingProgram, requirement } from '../support/requirement.ts'

const swaks = requirement(
  'clients',
  missingProgram('swaks', '--version') ?? missingProgram('perl', '-MNet::SSLeay', '-e1'),
)

/** Exit codes of swaks. */
const refused = { sender: 23, message: 26, secret: 28 }

const message = multipart.toString().replaceAll('taro@example.com', address)

/** Sends with a pipeline; the secret stands in a file, as does the message. */
async function send(desk: Desk, options: { secret?: string; data?: string; auth?: boolean } = {}) {
  const { secret = desk.secret, data = message, auth = true } = options
  const config = await desk.write(
    'swaksrc',
    `--server 127.0.0.1:${desk.microsoft.smtp.port}
--tls
--tls-verify
--tls-ca-path ${desk.ca}
--tls-sni smtp-mail.outlook.com
--pipeline
--from ${address}
--to ${address},other@example.com
--data ${await desk.write('message', data)}
${auth ? `--auth LOGIN\n--auth-user ${address}\n--auth-password ${secret}\n` : ''}`,
  )
  return desk.run('swaks', ['--config', config])
}

describe.runIf(swaks.met)(`${swaks.title('swaks')}`, () => {
  it('sends byte for byte with its commands in one piece, inside and outside', async () => {
    await using desk = await sitDown()
    expect(await send(desk)).toMatchObject({ code: 0 })
    const { raw } = await desk.microsoft.mail.waitFor(address, { subject: 'アプリ パスワード' })
    expect(raw.toString()).toContain(message.trimEnd())
    const outbound = await fetch(`http://127.0.0.1:${desk.microsoft.http.port}/api/v1/outbound`)
    expect(await outbound.json()).toMatchObject([{ from: address, to: ['other@example.com'] }])
  })

  it.each([
    [refused.secret, '535 5.7.3 Authentication unsuccessful', { secret: 'zzzzzzzzzzzzzzzz' }],
    [refused.sender, '530 5.7.57', { auth: false }],
    [refused.message, '554 5.2.252 SendAsDenied', { data: message.replaceAll(address, 'somebody@example.com') }],
  ] as const)('ends with %i for %s', async (code, expected, options) => {
    await using desk = await sitDown()
    const run = await send(desk, options)
    expect(run).toMatchObject({ code, stdout: expect.stringContaining(expected) })
  })
})
