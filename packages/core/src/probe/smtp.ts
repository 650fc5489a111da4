import { base64 } from '../protocols/sasl.ts'
import { saslResponse, type Dialect, type Login, type Mechanism } from './dialect.ts'
import { type Wire, WireProblem } from './wire.ts'

/** SMTP submission (RFC 5321, 3207, 4954), as far as a probe needs it. */
export const smtp: Dialect = {
  async greeting(wire) {
    const reply = await replyOf(wire)
    if (reply.code !== '220') throw new WireProblem('refused')
  },

  async startTls(wire) {
    const offered = await smtp.capabilities(wire)
    if (!offered.includes('STARTTLS')) throw new WireProblem('starttls-missing')
    const reply = await ask(wire, 'STARTTLS')
    if (reply.code !== '220') throw new WireProblem('starttls-refused', reply.text)
  },

  async capabilities(wire) {
    const reply = await ask(wire, 'EHLO [127.0.0.1]')
    if (reply.code !== '250') throw new WireProblem('refused', reply.text)
    return reply.lines.slice(1).map((line) => line.trim().toUpperCase())
  },

  mechanism(capabilities, login) {
    const offered = capabilities.flatMap((line) => (/^AUTH[ =]/.test(line) ? line.slice(5).split(' ') : []))
    const mechanisms = login.proof === 'token' ? (['XOAUTH2'] as const) : (['PLAIN', 'LOGIN'] as const)
    return mechanisms.find((mechanism) => offered.includes(mechanism))
  },

  async signIn(wire, mechanism, login) {
    const end = mechanism === 'XOAUTH2' ? await showToken(wire, login) : await logIn(wire, mechanism, login)
    if (end.code !== '235') throw new WireProblem('refused', end.text)
    return end.text
  },

  goodbye: 'QUIT',
}

type Reply = { code: string; text: string; lines: string[] }

async function ask(wire: Wire, command: string): Promise<Reply> {
  wire.write(command)
  return replyOf(wire)
}

async function showToken(wire: Wire, login: Login): Promise<Reply> {
  const reply = await ask(wire, `AUTH XOAUTH2 ${saslResponse('XOAUTH2', login)}`)
  // Other servers than Microsoft's tell the error as a challenge; an empty answer brings the refusal.
  return reply.code === '334' ? ask(wire, '') : reply
}

async function logIn(wire: Wire, mechanism: Mechanism, login: Login): Promise<Reply> {
  const begin = await ask(wire, `AUTH ${mechanism}`)
  if (begin.code !== '334') return begin
  if (mechanism === 'PLAIN') return ask(wire, saslResponse('PLAIN', login))
  const prompt = await ask(wire, base64(login.username))
  return prompt.code === '334' ? ask(wire, base64(login.reveal())) : prompt
}

/** RFC 5321, section 4.2: lines of one code, a hyphen after it on all but the last. */
async function replyOf(wire: Wire): Promise<Reply> {
  const lines: string[] = []
  const texts: string[] = []
  for (;;) {
    const line = await wire.line()
    const match = /^([2-5]\d\d)(?:([ -])(.*))?$/.exec(line)
    if (!match) throw new WireProblem('other-protocol', line)
    texts.push(line)
    lines.push(match[3] ?? '')
    if (match[2] !== '-') return { code: match[1]!, text: texts.join('\n'), lines }
  }
}
