/** A small server with one user, and dialogues that lead into it. For tests only. */
import { matches, POP3Server, type POP3ServerOptions } from '../index.ts'
import { Client, type Trust } from '@sparekey/testkit/client'
import { ManualClock } from '@sparekey/testkit/clock'

export const inbox = [
  { uid: 'a', content: Buffer.from('Subject: one\r\n\r\n.dot\r\n..\r\nend\r\n') },
  { uid: 'b', content: Buffer.from('Subject: two\r\n\r\nline 1\r\nline 2\r\nline 3') },
]

/** The user is `mrose`, the password and token `tanstaaf`; no APOP, so that the greeting is the same each time. */
export function exampleServer(options: POP3ServerOptions<string> = {}): POP3Server<string> {
  return new POP3Server<string>({
    timers: new ManualClock(), // no time passes unless a test says so
    disabledCommands: ['APOP'],
    respCodes: false,
    onAuth: (credentials) =>
      credentials.username === 'mrose' && matches(credentials, 'tanstaaf')
        ? { ok: true, user: credentials.username }
        : { ok: false },
    onOpen: () => inbox,
    ...options,
  })
}

export const greeting = `
  S: +OK POP3 server ready
`

export const signIn = `
  S: +OK POP3 server ready
  C: USER mrose
  S: +OK now the password
  C: PASS tanstaaf
  S: +OK maildrop has 2 messages (69 octets)
`

/** Resolves when the server has seen what other clients sent before: somebody who came later was greeted. */
export async function seenBy({ address: { port } }: POP3Server<string>, tls?: Trust): Promise<void> {
  await using bystander = await Client.connect(port, tls && { tls })
  await bystander.play(greeting)
}
