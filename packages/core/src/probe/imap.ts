import type { SaslMechanism } from '../protocols/sasl.ts'
import { saslResponse, type Dialect, type Login } from './dialect.ts'
import { type Wire, WireProblem } from './wire.ts'

/** IMAP (RFC 3501 and 9051), as far as a probe needs it. */
export const imap: Dialect = {
  async greeting(wire) {
    const line = await wire.line()
    if (/^\* OK\b/i.test(line)) return
    if (/^\* PREAUTH\b/i.test(line)) throw new WireProblem('preauth')
    throw new WireProblem(/^\* BYE\b/i.test(line) ? 'refused' : 'other-protocol')
  },

  async startTls(wire) {
    const offered = await imap.capabilities(wire)
    if (!offered.includes('STARTTLS')) throw new WireProblem('starttls-missing')
    const answer = await ask(wire, 'T2', 'STARTTLS')
    if (!answer.ok) throw new WireProblem('starttls-refused', answer.reply)
  },

  async capabilities(wire) {
    const answer = await ask(wire, 'A1', 'CAPABILITY')
    if (!answer.ok) throw new WireProblem('refused', answer.reply)
    return answer.untagged.flatMap(parseCapabilityLine)
  },

  mechanism(capabilities, login) {
    if (login.proof === 'token') return capabilities.includes('AUTH=XOAUTH2') ? 'XOAUTH2' : undefined
    const login3501 = !capabilities.includes('LOGINDISABLED')
    if (login3501 && login.printable) return 'LOGIN'
    if (capabilities.includes('AUTH=PLAIN')) return 'PLAIN'
    return login3501 ? 'LOGIN' : undefined
  },

  async signIn(wire, mechanism, login, capabilities) {
    const sasl = mechanism === 'PLAIN' || mechanism === 'XOAUTH2'
    const welcome = sasl ? await authenticate(wire, mechanism, login, capabilities) : await logIn(wire, login)
    if (!welcome.ok) throw new WireProblem('refused', welcome.reply)
    // Microsoft may say OK and have no mailbox behind it, which only the next command tells (MS-IMAP-13).
    const inbox = await ask(wire, 'A3', 'STATUS INBOX (MESSAGES)')
    if (!inbox.ok) throw new WireProblem('refused', inbox.reply)
    return welcome.reply
  },

  goodbye: 'A4 LOGOUT',
}

type Answer = { ok: boolean; reply: string; untagged: string[] }

async function ask(wire: Wire, tag: string, command: string): Promise<Answer> {
  wire.write(`${tag} ${command}`)
  return answerTo(wire, tag)
}

/** @param turn what to do when the server, once, asks for more in between */
async function answerTo(wire: Wire, tag: string, turn?: () => void): Promise<Answer> {
  const untagged: string[] = []
  for (;;) {
    const line = await wire.line()
    if (turn && line.startsWith('+')) {
      turn()
      turn = undefined
      continue
    }
    const [first, status] = line.split(' ', 2)
    if (first === tag) return { ok: status?.toUpperCase() === 'OK', reply: line, untagged }
    // What follows a literal need not begin with an asterisk; a continuation nobody asked for leaves both sides waiting.
    const literal = /\{\d+\}$/.test(untagged.at(-1) ?? '')
    if (first !== '*' && !literal) throw new WireProblem('other-protocol', line)
    untagged.push(line)
  }
}

/** Waits for `+`; the tagged answer, if the server gives one instead. */
async function continuation(wire: Wire, tag: string): Promise<Answer | undefined> {
  for (;;) {
    const line = await wire.line()
    if (line.startsWith('+')) return undefined
    if (line.startsWith(`${tag} `)) return { ok: false, reply: line, untagged: [] }
    if (!line.startsWith('* ')) throw new WireProblem('other-protocol', line)
  }
}

async function logIn(wire: Wire, login: Login): Promise<Answer> {
  const tag = 'A2'
  if (login.printable) return ask(wire, tag, `LOGIN ${quoted(login.username)} ${quoted(login.reveal())}`)
  // Literals carry what a quoted string cannot; each waits for the server's leave.
  wire.write(`${tag} LOGIN {${Buffer.byteLength(login.username)}}`)
  const refusal = await continuation(wire, tag)
  if (refusal) return refusal
  const secret = login.reveal()
  wire.write(`${login.username} {${Buffer.byteLength(secret)}}`)
  const second = await continuation(wire, tag)
  if (second) return second
  wire.write(secret)
  return answerTo(wire, tag)
}

async function authenticate(
  wire: Wire,
  mechanism: SaslMechanism,
  login: Login,
  capabilities: readonly string[],
): Promise<Answer> {
  const tag = 'A2'
  if (capabilities.includes('SASL-IR') && mechanism === 'XOAUTH2') {
    wire.write(`${tag} AUTHENTICATE ${mechanism} ${saslResponse(mechanism, login)}`)
  } else {
    wire.write(`${tag} AUTHENTICATE ${mechanism}`)
    const refusal = await continuation(wire, tag)
    if (refusal) return refusal
    wire.write(saslResponse(mechanism, login))
  }
  // Other servers than Microsoft's tell XOAUTH2's error as a challenge; an empty answer brings the refusal.
  return answerTo(wire, tag, () => wire.write(''))
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

/** `* CAPABILITY IMAP4rev1 AUTH=PLAIN` → `['IMAP4REV1', 'AUTH=PLAIN']`; any other line has none. */
export function parseCapabilityLine(line: string): string[] {
  const match = /^\* CAPABILITY (.*)$/i.exec(line)
  return match ? match[1]!.toUpperCase().split(' ').filter(Boolean) : []
}
