/** An SMTP door with three accounts, and clients for it. */
import { Client } from '@sparekey/testkit/client'
import { openSmtpDoor, type SmtpDoorOptions } from '../doors/smtp/door.ts'
import { postOffice } from '../submission/submission.ts'
import { serverMessageId } from '../voices/smtp-session.ts'
import { address, doorWorld, frontend, password } from './doors.ts'
import { base64 } from './sasl.ts'

export const hanako = address
export const taro = 'taro@outlook.jp'
const boss = 'boss@contoso.example'
/** The end of most refusals until 2023. */
export const host = `[${frontend}]`

const accounts = [
  { address: hanako, password, aliases: ['hana@outlook.com'] },
  { address: taro, password: 'battery staple' },
  { address: boss, password: 'work work', kind: 'work' },
] as const

type Options = Partial<SmtpDoorOptions> & { asOf?: string; mailboxBytes?: number }

export type SmtpFixture = Awaited<ReturnType<typeof startSmtp>>

export async function startSmtp({ asOf = '2021-05-01T12:00:00Z', mailboxBytes = 2 ** 20, ...options }: Options = {}) {
  const world = await doorWorld({ asOf, mailboxBytes, accounts })
  const { ca, directory, store } = world
  const door = await openSmtpDoor({
    ...world.options,
    submit: postOffice({
      store,
      sender: (address) => directory.get(address),
      newMessageId: (unique) => serverMessageId(frontend, unique),
    }),
    ...options,
  })
  const trust = { ca, servername: 'smtp-mail.outlook.com' }

  const dial = () => Client.connect(door.port, { starttls: trust })

  /** Has read the greeting. */
  async function connect(): Promise<Client> {
    const client = await dial()
    await client.line()
    return client
  }

  /** Has said hello. */
  async function greet(): Promise<Client> {
    const client = await connect()
    await hello(client)
    return client
  }

  /** Has said hello inside TLS. */
  async function secure(): Promise<Client> {
    const client = await greet()
    await client.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready
      C: (TLS)`)
    await hello(client)
    return client
  }

  async function signIn(): Promise<Client> {
    const client = await secure()
    await client.play(`
      C: AUTH LOGIN ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64(password)}
      S: 235 2.7.0 Authentication successful`)
    return client
  }

  return {
    ...world,
    /** The one at work. */
    worker: directory.get(boss)!,
    connect,
    dial,
    door,
    greet,
    received: (address: string) => store.mailbox(address).inbox.messages.map(({ raw }) => raw.toString()),
    secure,
    signIn,
    trust,
    [Symbol.asyncDispose]: () => door.close(),
  }
}

async function hello(client: Client): Promise<void> {
  await client.ask('EHLO client.example', (line) => !line.startsWith('250-'))
}
