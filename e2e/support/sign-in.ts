import { Wire } from './wire.ts'

/** Where the three doors of a running mock are. */
export type Doors = { pop3: { port: number }; imap: { port: number }; smtp: { port: number }; ca: string }

export type Credential = { username: string; secret: string } | { username: string; token: string }

const base64 = (text: string) => Buffer.from(text).toString('base64')
const bearer = (username: string, token: string) => base64(`user=${username}\u0001auth=Bearer ${token}\u0001\u0001`)
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
const reply250 = (line: string) => /^\d{3} /.test(line)

/** Opens a connection, signs in once, and returns it with the server's last word on the sign-in. */
export const signIn = {
  async pop3(doors: Doors, credential: Credential): Promise<{ wire: Wire; reply: string }> {
    const wire = await Wire.tls({ port: doors.pop3.port, ca: doors.ca, host: 'pop-mail.outlook.com' })
    await wire.read()
    if ('token' in credential) {
      await wire.ask('AUTH XOAUTH2')
      return { wire, reply: await wire.ask(bearer(credential.username, credential.token)) }
    }
    await wire.ask(`USER ${credential.username}`)
    return { wire, reply: await wire.ask(`PASS ${credential.secret}`) }
  },

  async imap(doors: Doors, credential: Credential): Promise<{ wire: Wire; reply: string }> {
    const wire = await Wire.tls({ port: doors.imap.port, ca: doors.ca, host: 'imap-mail.outlook.com' })
    await wire.read()
    const command =
      'token' in credential
        ? `AUTHENTICATE XOAUTH2 ${bearer(credential.username, credential.token)}`
        : `LOGIN ${quoted(credential.username)} ${quoted(credential.secret)}`
    return { wire, reply: await wire.ask(`A1 ${command}`, (line) => line.startsWith('A1 ')) }
  },

  async smtp(doors: Doors, credential: Credential): Promise<{ wire: Wire; reply: string }> {
    const wire = await Wire.plain({ port: doors.smtp.port })
    await wire.read(reply250)
    await wire.ask('EHLO test.example', reply250)
    await wire.ask('STARTTLS', reply250)
    await wire.upgrade({ ca: doors.ca, host: 'smtp-mail.outlook.com' })
    await wire.ask('EHLO test.example', reply250)
    if ('token' in credential) {
      return { wire, reply: await wire.ask(`AUTH XOAUTH2 ${bearer(credential.username, credential.token)}`, reply250) }
    }
    await wire.ask('AUTH LOGIN', reply250)
    await wire.ask(base64(credential.username), reply250)
    return { wire, reply: await wire.ask(base64(credential.secret), reply250) }
  },
}
