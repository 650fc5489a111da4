import { saslResponse, type Dialect, type Login, type Mechanism } from './dialect.ts'
import { type Wire, WireProblem } from './wire.ts'

/** POP3 (RFC 1939, 2449, 2595, 5034), as far as a probe needs it. */
export const pop3: Dialect = {
  async greeting(wire) {
    const line = await wire.line()
    if (line.startsWith('+OK')) return
    throw new WireProblem(line.startsWith('-ERR') ? 'refused' : 'other-protocol')
  },

  async startTls(wire) {
    const offered = await pop3.capabilities(wire)
    if (!offered.includes('STLS')) throw new WireProblem('starttls-missing')
    const reply = await ask(wire, 'STLS')
    if (!reply.startsWith('+OK')) throw new WireProblem('starttls-refused', reply)
  },

  async capabilities(wire) {
    const reply = await ask(wire, 'CAPA')
    // RFC 2449 makes CAPA an extension: a server without it is an old one, not a broken one.
    if (!reply.startsWith('+OK')) return []
    const capabilities: string[] = []
    for (;;) {
      const line = await wire.line()
      if (line === '.') return capabilities
      capabilities.push(line.trim().toUpperCase())
    }
  },

  mechanism(capabilities, login) {
    const sasl = (name: string) => capabilities.some((line) => /^SASL\b/.test(line) && line.split(' ').includes(name))
    if (login.proof === 'token') return sasl('XOAUTH2') ? 'XOAUTH2' : undefined
    const user = capabilities.length === 0 || capabilities.includes('USER')
    if (user && login.printable) return 'USER'
    if (sasl('PLAIN')) return 'PLAIN'
    return user ? 'USER' : undefined
  },

  async signIn(wire, mechanism, login) {
    const welcome = await prove(wire, mechanism, login)
    if (!welcome.startsWith('+OK')) throw new WireProblem('refused', welcome)
    // Microsoft may say OK and have no mailbox behind it, which only the next command tells (MS-POP3-18).
    const stat = await ask(wire, 'STAT')
    if (!stat.startsWith('+OK')) throw new WireProblem('refused', stat)
    return welcome
  },

  goodbye: 'QUIT',
}

/** Two lines each: Microsoft drops the connection over a long first line (MS-POP3-14). */
async function prove(wire: Wire, mechanism: Mechanism, login: Login): Promise<string> {
  if (mechanism === 'USER' || mechanism === 'LOGIN') {
    const first = await ask(wire, `USER ${login.username}`)
    if (!first.startsWith('+OK')) throw new WireProblem('refused', first)
    return ask(wire, `PASS ${login.reveal()}`)
  }
  const first = await ask(wire, `AUTH ${mechanism}`)
  if (!isTurn(first)) throw new WireProblem('refused', first)
  const answer = await ask(wire, saslResponse(mechanism, login))
  // Other servers than Microsoft's tell XOAUTH2's error as a challenge; an empty answer brings the refusal.
  return isTurn(answer) ? ask(wire, '') : answer
}

/** RFC 5034, section 4: the client is to go on. */
function isTurn(line: string): boolean {
  return line === '+' || line.startsWith('+ ')
}

async function ask(wire: Wire, command: string): Promise<string> {
  wire.write(command)
  const line = await wire.line()
  if (/^(?:\+OK|-ERR|\+(?: |$))/.test(line)) return line
  throw new WireProblem('other-protocol', line)
}
