import type { Dialect, Welcome } from './dialect.ts'
import { hear, say, Stop, type Dialogue } from './dialogue.ts'
import { saslResponse, type Login } from './login.ts'
import type { SaslMechanism } from './sasl.ts'

/** IMAP up to the sign-in (RFC 3501 and 9051; for STARTTLS RFC 2595). */
export const imap: Dialect = {
  *greeting() {
    const line = yield* hear()
    if (/^\* OK\b/i.test(line)) return
    // A session signed in before anyone gave a name is somebody else's. Without TLS it is a trick as well (RFC 2595, 2.1).
    if (/^\* PREAUTH\b/i.test(line)) throw new Stop('preauth')
    throw new Stop(/^\* BYE\b/i.test(line) ? 'refused' : 'other-protocol')
  },

  *startTls() {
    const offered = yield* imap.capabilities()
    if (!offered.some((word) => word.toUpperCase() === 'STARTTLS')) throw new Stop('starttls-missing')
    const answer = yield* ask('T2', 'STARTTLS')
    if (!answer.ok) throw new Stop('starttls-refused', answer.reply)
  },

  *capabilities() {
    const answer = yield* ask('A1', 'CAPABILITY')
    if (!answer.ok) throw new Stop('refused', answer.reply)
    return answer.untagged.flatMap(capabilitiesIn)
  },

  /** RFC 9051, section 6.2.2. */
  mechanisms(offered) {
    return offered.flatMap((word) => /^AUTH=(.+)$/.exec(word)?.[1] ?? [])
  },

  mechanism(offered, login) {
    const mechanisms = imap.mechanisms(offered)
    if (login.proof === 'token') return mechanisms.includes('XOAUTH2') ? 'XOAUTH2' : undefined
    const login3501 = !offered.includes('LOGINDISABLED')
    if (login3501 && login.printable) return 'LOGIN'
    if (mechanisms.includes('PLAIN')) return 'PLAIN'
    return login3501 ? 'LOGIN' : undefined
  },

  *signIn(mechanism, login, offered) {
    const sasl = mechanism === 'PLAIN' || mechanism === 'XOAUTH2'
    const answer = yield* sasl ? authenticate(mechanism, login, offered) : logIn(login)
    if (!answer.ok) throw new Stop('refused', answer.reply)
    return welcome(answer)
  },

  *look() {
    const inbox = yield* ask('A3', 'STATUS INBOX (MESSAGES)')
    if (!inbox.ok) throw new Stop('refused', inbox.reply)
  },

  goodbye: 'A4 LOGOUT',
}

type Answer = { ok: boolean; reply: string; untagged: string[] }

function* ask(tag: string, command: string): Dialogue<Answer> {
  yield* say(`${tag} ${command}`)
  return yield* answerTo(tag)
}

/** @param turn what to say when the server, once, asks for more in between */
function* answerTo(tag: string, turn?: string): Dialogue<Answer> {
  const untagged: string[] = []
  for (;;) {
    const line = yield* hear()
    if (turn !== undefined && line.startsWith('+')) {
      yield* say(turn)
      turn = undefined
      continue
    }
    const [first, status] = line.split(' ', 2)
    if (first === tag) return { ok: status?.toUpperCase() === 'OK', reply: line, untagged }
    // What follows a literal need not begin with an asterisk; a continuation nobody asked for leaves both sides waiting.
    const literal = /\{\d+\}$/.test(untagged.at(-1) ?? '')
    if (first !== '*' && !literal) throw new Stop('other-protocol', line)
    untagged.push(line)
  }
}

/** Waits for `+`; the tagged answer, if the server gives one instead. */
function* continuation(tag: string): Dialogue<Answer | undefined> {
  for (;;) {
    const line = yield* hear()
    if (line.startsWith('+')) return undefined
    if (line.startsWith(`${tag} `)) return { ok: false, reply: line, untagged: [] }
    if (!line.startsWith('* ')) throw new Stop('other-protocol', line)
  }
}

function* logIn(login: Login): Dialogue<Answer> {
  const tag = 'A2'
  if (login.printable) return yield* ask(tag, `LOGIN ${quoted(login.username)} ${quoted(login.reveal())}`)
  // Literals carry what a quoted string cannot; each waits for the server's leave.
  yield* say(`${tag} LOGIN {${Buffer.byteLength(login.username)}}`)
  const refusal = yield* continuation(tag)
  if (refusal) return refusal
  const secret = login.reveal()
  yield* say(`${login.username} {${Buffer.byteLength(secret)}}`)
  const second = yield* continuation(tag)
  if (second) return second
  yield* say(secret)
  return yield* answerTo(tag)
}

function* authenticate(mechanism: SaslMechanism, login: Login, offered: readonly string[]): Dialogue<Answer> {
  const tag = 'A2'
  if (offered.includes('SASL-IR') && mechanism === 'XOAUTH2') {
    yield* say(`${tag} AUTHENTICATE ${mechanism} ${saslResponse(mechanism, login)}`)
  } else {
    yield* say(`${tag} AUTHENTICATE ${mechanism}`)
    const refusal = yield* continuation(tag)
    if (refusal) return refusal
    yield* say(saslResponse(mechanism, login))
  }
  // Other servers than Microsoft's tell XOAUTH2's error as a challenge; an empty answer brings the refusal.
  return yield* answerTo(tag, '')
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

/** A server may list what it offers to whom it has let in: in its answer, or before it (RFC 9051, section 6.2.2). */
function welcome({ reply, untagged }: Answer): Welcome {
  const code = /^\S+ OK \[CAPABILITY ([^\]]*)\]/i.exec(reply)?.[1]
  const capabilities = code === undefined ? untagged.flatMap(capabilitiesIn) : wordsOf(code)
  return { reply, ...(capabilities.length > 0 && { capabilities }) }
}

/** `* CAPABILITY IMAP4rev1 AUTH=PLAIN` → `['IMAP4rev1', 'AUTH=PLAIN']`; any other line has none. */
export function capabilitiesIn(line: string): string[] {
  const match = /^\* CAPABILITY (.*)$/i.exec(line)
  return match ? wordsOf(match[1]!) : []
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter(Boolean)
}
