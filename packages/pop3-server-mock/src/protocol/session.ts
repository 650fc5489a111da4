/**
 * One session's state machine (RFC 1939, section 3): a line in, an outcome out.
 */
import { commandFor } from './commands.ts'
import { Conversation } from './conversation.ts'
import { TOO_LONG } from './lines.ts'
import type { CommandLine } from './options.ts'
import type { Outcome } from './outcome.ts'
import { text } from './sasl.ts'

/** A command line's verb and the rest; never fails. */
export function parseCommand(line: Buffer): CommandLine {
  const [, verb = '', argument] = /^([^ ]*)(?: (.*))?$/s.exec(text(line)) ?? []
  return { verb: verb.toUpperCase(), argument }
}

export class Session<User> extends Conversation<User> {
  /** Takes a line without its end. */
  receive(line: Buffer | typeof TOO_LONG): Outcome<User> {
    const answered = this.answered(line)
    if (answered) return answered
    if (line === TOO_LONG) return this.bad('lineTooLong', {})
    if (!this.settings.eightBitCommands && line.some((octet) => octet > 0x7f)) return this.bad('eightBit', {})
    const { verb, argument } = parseCommand(line)
    const command = commandFor(this, verb)
    if (!command) return this.bad('unknownCommand', { verb })
    if (!command.states.includes(this.state)) return this.bad('wrongState', { verb })
    if (command.secret && this.settings.requireTls && !this.secure) return this.bad('tlsRequired', { verb })
    const words = command.whole ? [argument ?? ''] : (argument ?? '').split(' ')
    const args = words.filter((word) => word !== '')
    const [least, most] = command.arity
    if (args.length < least || args.length > most) return this.bad('wrongArity', { verb })
    return command.run(this, args)
  }
}
