import { Client } from '@sparekey/testkit/client'

/** Where the three doors of a running mock are. */
export type Doors = { pop3: { port: number }; imap: { port: number }; smtp: { port: number }; ca: string }

export type Credential = { username: string; secret: string } | { username: string; token: string }

/** A connection that has signed in, or was refused, and the server's last word on it. */
export type SignedIn = { wire: Client; reply: string }

const base64 = (text: string) => Buffer.from(text).toString('base64')
const bearer = (username: string, token: string) => base64(`user=${username}\u0001auth=Bearer ${token}\u0001\u0001`)
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
const lastOfReply = (line: string) => /^\d{3} /.test(line)

/** Opens a connection and signs in once. */
export const signIn = {
  async pop3({ pop3, ca }: Doors, credential: Credential): Promise<SignedIn> {
    const wire = await Client.connect(pop3.port, { tls: { ca, servername: 'pop-mail.outlook.com' } })
    await wire.line()
    const lines =
      'token' in credential
        ? ['AUTH XOAUTH2', bearer(credential.username, credential.token)]
        : [`USER ${credential.username}`, `PASS ${credential.secret}`]
    return { wire, reply: await lastWord(wire, lines) }
  },

  async imap({ imap, ca }: Doors, credential: Credential): Promise<SignedIn> {
    const wire = await Client.connect(imap.port, { tls: { ca, servername: 'imap-mail.outlook.com' } })
    await wire.line()
    const command =
      'token' in credential
        ? `AUTHENTICATE XOAUTH2 ${bearer(credential.username, credential.token)}`
        : `LOGIN ${quoted(credential.username)} ${quoted(credential.secret)}`
    return { wire, reply: await lastWord(wire, [`A1 ${command}`], (line) => line.startsWith('A1 ')) }
  },

  async smtp({ smtp, ca }: Doors, credential: Credential): Promise<SignedIn> {
    const wire = await Client.connect(smtp.port, { starttls: { ca, servername: 'smtp-mail.outlook.com' } })
    await wire.lines(lastOfReply)
    await lastWord(wire, ['EHLO test.example', 'STARTTLS'], lastOfReply)
    await wire.startTls()
    const lines =
      'token' in credential
        ? [`AUTH XOAUTH2 ${bearer(credential.username, credential.token)}`]
        : ['AUTH LOGIN', base64(credential.username), base64(credential.secret)]
    return { wire, reply: await lastWord(wire, ['EHLO test.example', ...lines], lastOfReply) }
  },
}

/** Says lines one after the other, each when the one before it is answered; gives the last answer. */
async function lastWord(wire: Client, lines: readonly string[], last?: (line: string) => boolean): Promise<string> {
  let reply: string[] = []
  for (const line of lines) reply = await wire.ask(line, last)
  return reply.join('\r\n')
}
