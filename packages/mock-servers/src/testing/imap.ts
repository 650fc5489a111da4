/** An IMAP door with one account, and clients for it. */
import { Client } from '@sparekey/testkit/client'
import { type ImapDoorOptions, openImapDoor } from '../doors/imap/door.ts'
import { address, doorWorld, password } from './doors.ts'

export { address, frontend, password } from './doors.ts'

export const servername = 'imap-mail.outlook.com'

type Options = Partial<ImapDoorOptions> & { asOf?: string; mailboxBytes?: number }

export type ImapFixture = Awaited<ReturnType<typeof startImap>>

export async function startImap({ asOf, mailboxBytes, ...options }: Options = {}) {
  const world = await doorWorld({
    ...(asOf !== undefined && { asOf }),
    ...(mailboxBytes !== undefined && { mailboxBytes }),
  })
  const { ca, store } = world
  const mailbox = store.mailbox(address)
  const door = await openImapDoor({
    ...world.options,
    mailboxes: (address) => store.mailbox(address),
    ...options,
  })

  const dial = () => Client.connect(door.port, { tls: { ca, servername } })

  /** A connection that has read the greeting. */
  async function connect(): Promise<Client> {
    const client = await dial()
    await client.line()
    return client
  }

  /** A connection that has signed in, and selected a folder if one is named. */
  async function signIn(folder?: string): Promise<Client> {
    const client = await connect()
    await command(client, 'in', `LOGIN ${address} "${password}"`)
    if (folder !== undefined) await command(client, 'in', `SELECT ${folder}`)
    return client
  }

  /** Puts messages with these subjects into the Inbox. */
  function seed(...subjects: string[]): void {
    for (const subject of subjects) {
      mailbox.inbox.append(Buffer.from(`From: taro@example.jp\r\nSubject: ${subject}\r\n\r\nHello, ${subject}.\r\n`))
    }
  }

  return { ...world, connect, dial, door, mailbox, seed, signIn, [Symbol.asyncDispose]: () => door.close() }
}

/** Lines up to the one that begins with the tag, that one included, or up to the end of the connection. */
export function answer(client: Client, tag: string): Promise<string[]> {
  return client.lines((line) => line.startsWith(`${tag} `))
}

/** Sends a command and reads its answer. */
export function command(client: Client, tag: string, text: string): Promise<string[]> {
  client.send(`${tag} ${text}\r\n`)
  return answer(client, tag)
}
