import type { Dialect } from './dialect.ts'
import { hear, say, Stop, type Dialogue } from './dialogue.ts'
import { saslResponse, type Login, type Mechanism } from './login.ts'

/** POP3 up to the sign-in (RFC 1939, 2449, 2595, 5034). */
export const pop3: Dialect = {
  *greeting() {
    const line = yield* hear()
    if (line.startsWith('+OK')) return
    throw new Stop(line.startsWith('-ERR') ? 'refused' : 'other-protocol')
  },

  *startTls() {
    const offered = yield* pop3.capabilities()
    if (!offered.some((line) => line.toUpperCase() === 'STLS')) throw new Stop('starttls-missing')
    const reply = yield* ask('STLS')
    if (!reply.startsWith('+OK')) throw new Stop('starttls-refused', reply)
  },

  *capabilities() {
    const reply = yield* ask('CAPA')
    // RFC 2449 makes CAPA an extension: a server without it is an old one, not a broken one.
    if (!reply.startsWith('+OK')) return []
    const capabilities: string[] = []
    for (;;) {
      const line = yield* hear()
      if (line === '.') return capabilities
      capabilities.push(line.trim())
    }
  },

  /** RFC 5034, section 3. */
  mechanisms(offered) {
    return offered.flatMap((line) => /^SASL (.*)$/.exec(line)?.[1]?.split(' ').filter(Boolean) ?? [])
  },

  mechanism(offered, login) {
    const mechanisms = pop3.mechanisms(offered)
    if (login.proof === 'token') return mechanisms.includes('XOAUTH2') ? 'XOAUTH2' : undefined
    const user = offered.length === 0 || offered.includes('USER')
    // PASS has no rule for letters beyond ASCII; SASL PLAIN says UTF-8.
    if (user && login.printable) return 'USER'
    if (mechanisms.includes('PLAIN')) return 'PLAIN'
    return user ? 'USER' : undefined
  },

  *signIn(mechanism, login) {
    const reply = yield* prove(mechanism, login)
    if (!reply.startsWith('+OK')) throw new Stop('refused', reply)
    return { reply }
  },

  *look() {
    const stat = yield* ask('STAT')
    if (!stat.startsWith('+OK')) throw new Stop('refused', stat)
  },

  goodbye: 'QUIT',
}

/** Two lines each: Microsoft drops the connection over a long first line (MS-POP3-14). */
function* prove(mechanism: Mechanism, login: Login): Dialogue<string> {
  if (mechanism === 'USER' || mechanism === 'LOGIN') {
    const first = yield* ask(`USER ${login.username}`)
    if (!first.startsWith('+OK')) throw new Stop('refused', first)
    return yield* ask(`PASS ${login.reveal()}`)
  }
  const first = yield* ask(`AUTH ${mechanism}`)
  if (!isTurn(first)) throw new Stop('refused', first)
  const answer = yield* ask(saslResponse(mechanism, login))
  // Other servers than Microsoft's tell XOAUTH2's error as a challenge; an empty answer brings the refusal.
  return isTurn(answer) ? yield* ask('') : answer
}

/** RFC 5034, section 4: the client is to go on. */
function isTurn(line: string): boolean {
  return line === '+' || line.startsWith('+ ')
}

function* ask(command: string): Dialogue<string> {
  yield* say(command)
  const line = yield* hear()
  if (/^(?:\+OK|-ERR|\+(?: |$))/.test(line)) return line
  throw new Stop('other-protocol', line)
}
