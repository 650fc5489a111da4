/**
 * The POP3 door (port 995, TLS from the first octet) on pop3-server-mock: the protocol is the library's, the words are
 * the voice's, the judgement is the gate's. It sees the Inbox only, and changes nothing in it before QUIT.
 */
import { POP3Server, type Replies } from 'pop3-server-mock'
import type { Mailbox } from '../../mail/mailbox.ts'
import { capabilities, invalidated, replies } from '../../voices/pop3.ts'
import { openDoor, type Door, type DoorOptions } from '../door.ts'
import { pop3Limits, type Pop3Limits } from './limits.ts'
import { commit, maildropOf } from './maildrop.ts'
import { signIn, type User } from './sign-in.ts'

export type Pop3DoorOptions = DoorOptions<Pop3Limits> & {
  /** By primary address; throws if there is none (any more). */
  mailboxes: (address: string) => Mailbox
}

/** Resolves when the door is open. Rejects with the system's error if it cannot listen. */
export async function openPop3Door(options: Pop3DoorOptions): Promise<Door> {
  const { gate, clock, frontend, tls, timers, onError = () => undefined } = options
  const server = new POP3Server<User>({
    tls,
    secure: true,
    disabledCommands: ['APOP'],
    mechanisms: {
      LOGIN: false,
      PLAIN: { oneLine: true, twoLine: true },
      XOAUTH2: { oneLine: false, twoLine: true },
    },
    capabilities,
    // MS-POP3-37. That this holds for PASS as well is assumed: Microsoft's passwords are ASCII. AUTH carries any secret.
    eightBitCommands: false,
    replies: replies(() => ({ frontend, at: clock.now() })) satisfies Replies,
    // The gate counts failures itself.
    limits: { ...pop3Limits, ...options.limits, signInFailures: Infinity },
    ...(timers && { timers }),

    onAuth: (credentials, session) => signIn(options, credentials, session),
    onOpen: ({ user }) => maildropOf(user.mailbox.inbox),
    onCommand(_command, { user }) {
      if (user?.invalidated) return { text: invalidated[user.invalidated].text, close: true }
    },
    onCommit: (done, { user }) => commit(user.mailbox.inbox, done),
    onClose: ({ id }) => gate.closed(id),
  })
  server.on('error', onError)
  const { port } = await server.listen(options.port, options.host)
  return openDoor(port, () => server.close())
}
