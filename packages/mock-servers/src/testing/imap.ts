/** An IMAP server with one account, and clients for it. */
import { Directory } from '../directory/directory.ts'
import { Clock } from '../clock/clock.ts'
import { MailStore } from '../mail/store.ts'
import { type ImapDoorOptions, openImapDoor } from '../doors/imap/door.ts'
import { issueCertificates } from '../doors/tls.ts'
import { Gate } from '../sign-in/gate.ts'
import { tokensUntil } from './tokens.ts'
import { Client } from '@sparekey/testkit/client'

export const address = 'hanako@hotmail.com'
export const password = 'correct horse'
export const servername = 'imap-mail.outlook.com'
/** When the good tokens' time is over. */
export const tokenEnd = new Date('2027-12-31T00:00:00Z')
export const frontend = 'LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM'

const certificates = issueCertificates({ names: [servername] })

type Options = Partial<ImapDoorOptions> & { asOf?: string; mailboxBytes?: number }

export type ImapFixture = Awaited<ReturnType<typeof startImap>>

/** The clock stands still; what the server reports as its own fault is in `faults`. */
export async function startImap({ asOf = '2021-05-01', mailboxBytes = 536_870_912, ...options }: Options = {}) {
  const { ca, cert, key } = await certificates
  const clock = new Clock(new Date(asOf))
  clock.freeze(true)
  const directory = new Directory({ now: () => clock.now() })
  const account = directory.add({ address, password })
  const limits = { failuresPerConnection: 3, failuresBeforeBlock: null }
  const gate = new Gate({ directory, clock, limits, tokens: tokensUntil(tokenEnd) })
  const store = new MailStore({ mailboxBytes, now: () => clock.now() })
  const mailbox = store.create(address, 'personal')
  const faults: unknown[] = []
  const server = await openImapDoor({
    gate,
    mailboxes: (address) => store.mailbox(address),
    clock,
    frontend,
    tls: { cert, key },
    host: '127.0.0.1',
    port: 0,
    onError: (error) => faults.push(error),
    ...options,
  })

  /** A connection that has read the greeting. */
  async function connect(): Promise<Client> {
    const wire = await Client.connect(server.port, { tls: { ca, servername } })
    await wire.line()
    return wire
  }

  /** A connection that has signed in, and selected a folder if one is named. */
  async function signIn(folder?: string): Promise<Client> {
    const wire = await connect()
    await command(wire, 'in', `LOGIN ${address} "${password}"`)
    if (folder !== undefined) await command(wire, 'in', `SELECT ${folder}`)
    return wire
  }

  /** Puts messages with these subjects into the Inbox. */
  function seed(...subjects: string[]): void {
    for (const subject of subjects) {
      mailbox.inbox.append(Buffer.from(`From: taro@example.jp\r\nSubject: ${subject}\r\n\r\nHello, ${subject}.\r\n`))
    }
  }

  return {
    account,
    ca,
    clock,
    connect,
    directory,
    faults,
    gate,
    mailbox,
    seed,
    server,
    signIn,
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/** Sends a command and reads its answer. */
export function command(client: Client, tag: string, text: string): Promise<string[]> {
  return client.ask(`${tag} ${text}`, (line) => line.startsWith(`${tag} `))
}

/** Lines up to and including the one that begins with the tag. */
export function answer(client: Client, tag: string): Promise<string[]> {
  return client.lines((line) => line.startsWith(`${tag} `))
}
