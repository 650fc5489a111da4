import type { Dialect } from './dialect.ts'
import { hear, say, Stop, type Dialogue } from './dialogue.ts'
import { saslResponse, type Login, type Mechanism } from './login.ts'
import { base64 } from './sasl.ts'

/** SMTP submission up to the sign-in (RFC 5321, 3207, 4954). */
export const smtp: Dialect = {
  *greeting() {
    const reply = yield* replyOf()
    if (reply.code !== '220') throw new Stop('refused')
  },

  *startTls() {
    const offered = yield* smtp.capabilities()
    if (!offered.some((line) => line.toUpperCase() === 'STARTTLS')) throw new Stop('starttls-missing')
    const reply = yield* ask('STARTTLS')
    if (reply.code !== '220') throw new Stop('starttls-refused', reply.text)
  },

  *capabilities() {
    const reply = yield* ask('EHLO [127.0.0.1]')
    if (reply.code !== '250') throw new Stop('refused', reply.text)
    return reply.lines.slice(1).map((line) => line.trim())
  },

  /** RFC 4954, section 3; with an equals sign in a form from before. */
  mechanisms(offered) {
    return offered.flatMap((line) => /^AUTH[ =](.*)$/.exec(line)?.[1]?.split(' ').filter(Boolean) ?? [])
  },

  mechanism(offered, login) {
    const mechanisms = smtp.mechanisms(offered)
    const ways = login.proof === 'token' ? (['XOAUTH2'] as const) : (['PLAIN', 'LOGIN'] as const)
    return ways.find((way) => mechanisms.includes(way))
  },

  *signIn(mechanism, login) {
    const end = yield* mechanism === 'XOAUTH2' ? showToken(login) : logIn(mechanism, login)
    if (end.code !== '235') throw new Stop('refused', end.text)
    return { reply: end.text }
  },

  goodbye: 'QUIT',
}

type Reply = { code: string; text: string; lines: string[] }

function* ask(command: string): Dialogue<Reply> {
  yield* say(command)
  return yield* replyOf()
}

function* showToken(login: Login): Dialogue<Reply> {
  const reply = yield* ask(`AUTH XOAUTH2 ${saslResponse('XOAUTH2', login)}`)
  // Other servers than Microsoft's tell the error as a challenge; an empty answer brings the refusal.
  return reply.code === '334' ? yield* ask('') : reply
}

function* logIn(mechanism: Mechanism, login: Login): Dialogue<Reply> {
  yield* prompt(`AUTH ${mechanism}`)
  if (mechanism === 'PLAIN') return yield* ask(saslResponse('PLAIN', login))
  yield* prompt(base64(login.username))
  return yield* ask(base64(login.reveal()))
}

/** A server that says yes before it was told the secret has not let anyone in. */
function* prompt(command: string): Dialogue<void> {
  const reply = yield* ask(command)
  if (reply.code !== '334') throw new Stop('refused', reply.text)
}

/** RFC 5321, section 4.2: lines of one code, a hyphen after it on all but the last. */
function* replyOf(): Dialogue<Reply> {
  const lines: string[] = []
  const texts: string[] = []
  for (;;) {
    const line = yield* hear()
    const match = /^([2-5]\d\d)(?:([ -])(.*))?$/.exec(line)
    if (!match) throw new Stop('other-protocol', line)
    texts.push(line)
    lines.push(match[3] ?? '')
    if (match[2] !== '-') return { code: match[1]!, text: texts.join('\n'), lines }
  }
}
