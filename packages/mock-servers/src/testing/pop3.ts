/** A POP3 door with one account, and clients for it. */
import { Client } from '@sparekey/testkit/client'
import { openPop3Door, type Pop3DoorOptions } from '../doors/pop3/door.ts'
import { address, doorWorld, password } from './doors.ts'

export type Pop3Fixture = Awaited<ReturnType<typeof startPop3>>

export async function startPop3({ asOf, ...options }: Partial<Pop3DoorOptions> & { asOf?: string } = {}) {
  const world = await doorWorld({ ...(asOf !== undefined && { asOf }) })
  const { ca, store } = world
  const door = await openPop3Door({
    ...world.options,
    // As in MS-POP3-01.
    frontend: 'HE1PR01CA0007.eurprd01.prod.exchangelabs.com',
    mailboxes: (address) => store.mailbox(address),
    ...options,
  })

  const dial = () => Client.connect(door.port, { tls: { ca, servername: 'pop-mail.outlook.com' } })

  /** A connection that has read the greeting. */
  async function connect(): Promise<Client> {
    const client = await dial()
    await client.line()
    return client
  }

  /** A connection that has signed in. */
  async function signIn(): Promise<Client> {
    const client = await connect()
    await client.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: +OK User successfully logged on.
    `)
    return client
  }

  return {
    ...world,
    connect,
    dial,
    door,
    inbox: store.mailbox(address).inbox,
    signIn,
    [Symbol.asyncDispose]: () => door.close(),
  }
}
