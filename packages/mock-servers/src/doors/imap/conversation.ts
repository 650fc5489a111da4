/**
 * A session from its greeting to its goodbye: one command after the other, each answered before the next is read.
 * Decides only what is decided before a command runs: limits, grammar, state, number of arguments.
 */
import { type Complaint, goodbyes } from '../../voices/imap.ts'
import { remarks } from '../../voices/imap-session.ts'
import { readCommand, type RawCommand } from './wire/command-reader.ts'
import type { CommandState } from './commands/command.ts'
import { rules } from './commands/table.ts'
import type { State } from './session/engine.ts'
import { ConnectionLost } from './wire/output.ts'
import { type Command, type Fault, parseCommand } from './syntax/parse.ts'
import { refused } from './session/refusal.ts'
import type { Session } from './session/session.ts'

/** MS-IMAP-15: counted from the sign-in, whatever they are. */
const maxUnconnectedCommands = 3
/** Seen to be answered by a session that is not connected (MS-IMAP-13). */
const needNoMailbox: ReadonlySet<string> = new Set(['CAPABILITY', 'LOGOUT'])

/** Returns when the conversation is over; the caller closes the connection. */
export async function converse(session: Session): Promise<void> {
  try {
    session.greet()
    for await (const raw of commands(session)) {
      if (session.ended) break
      await answer(session, raw)
      if (session.goodbye !== undefined) session.output.line(`* BYE ${session.goodbye}`)
      if (session.ended || session.goodbye !== undefined) break
    }
    await session.output.flow()
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
  }
}

/** What the client sends, until it ends. Reads on only when everything said before has been taken. */
async function* commands(session: Session): AsyncGenerator<RawCommand> {
  const ask = (): Promise<void> => {
    session.output.line(remarks.literal)
    return session.output.flow()
  }
  for (;;) {
    await session.output.flow()
    const raw = await readCommand(session.reader, session.commandLimits, ask)
    if (!raw) return
    yield raw
  }
}

async function answer(session: Session, raw: RawCommand): Promise<void> {
  const command = parseCommand(raw.pieces)
  if (raw.excess === 'lost' || (raw.excess && !session.signedIn)) {
    session.shell.answer(command.tag, refused('command-too-long'))
    session.goodbye = goodbyes.commandTooLong.text
    return
  }
  if ('fault' in command) session.shell.answer(command.tag, refused(faults[command.fault]))
  else if (raw.excess) session.shell.answer(command.tag, refused('failed', command.verb))
  else await execute(session, command)
  if (session.badCommands >= session.services.limits.badCommands) session.goodbye ??= goodbyes.tooManyErrors.text
}

const faults = { malformed: 'bad-command', 'eight-bit': 'eight-bit-command' } as const satisfies Record<
  Fault['fault'],
  Complaint
>

async function execute(session: Session, command: Command): Promise<void> {
  session.beginTurn()
  if (!session.connected) session.unconnectedCommands++
  const complaint = objection(session, command)
  if (complaint === undefined) return session.shell.run(command)
  session.shell.answer(command.tag, refused(complaint), command)
  if (complaint === 'not-connected' && session.unconnectedCommands >= maxUnconnectedCommands) {
    session.goodbye = goodbyes.tooManyErrors.text
  }
}

/** Why a command may not run, if it may not. */
function objection(session: Session, { verb, args }: Command): Complaint | undefined {
  const rule = rules.get(verb)
  if (!rule) return 'bad-command'
  if (!session.connected && !needNoMailbox.has(verb)) return 'not-connected'
  if (!states[rule.state].has(session.shell.state)) return 'bad-state'
  const [fewest, most] = rule.args
  return args.length < fewest || args.length > most ? 'bad-argument-count' : undefined
}

const states: Readonly<Record<CommandState, ReadonlySet<State>>> = {
  any: new Set(['Not Authenticated', 'Authenticated', 'Selected']),
  anonymous: new Set(['Not Authenticated']),
  'signed-in': new Set(['Authenticated', 'Selected']),
  selected: new Set(['Selected']),
}
