import { saslPlain, type Dialect } from './dialect.ts'
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
    const user = capabilities.length === 0 || capabilities.includes('USER')
    if (user && login.printable) return 'USER'
    if (capabilities.some((line) => /^SASL\b.*\bPLAIN\b/.test(line))) return 'PLAIN'
    return user ? 'USER' : undefined
  },

  async signIn(wire, mechanism, login) {
    // Two lines each: Microsoft drops the connection over a long first line (MS-POP3-14).
    const first = await ask(wire, mechanism === 'USER' ? `USER ${login.username}` : 'AUTH PLAIN')
    const goOn = mechanism === 'USER' ? first.startsWith('+OK') : first.startsWith('+')
    if (!goOn) throw new WireProblem('refused', first)
    const welcome = await ask(wire, mechanism === 'USER' ? `PASS ${login.reveal()}` : saslPlain(login))
    if (!welcome.startsWith('+OK')) throw new WireProblem('refused', welcome)
    // Microsoft may say OK and have no mailbox behind it, which only the next command tells (MS-POP3-18).
    const stat = await ask(wire, 'STAT')
    if (!stat.startsWith('+OK')) throw new WireProblem('refused', stat)
    return welcome
  },

  goodbye: 'QUIT',
}

async function ask(wire: Wire, command: string): Promise<string> {
  wire.write(command)
  const line = await wire.line()
  if (/^(?:\+OK|-ERR|\+(?: |$))/.test(line)) return line
  throw new WireProblem('other-protocol', line)
}
