/**
 * hoodiecrow-imap as the shell: one server that never listens, one of its connections for each session, on a socket that
 * is none. It keeps the command registry, the connection's state, the capabilities and the stock commands, and compiles
 * every tagged answer; our commands are its plugins. The only file that knows hoodiecrow, which must never see the octets
 * of a client or a message: its parser and its compiler are not made for them (docs/discoveries/hoodiecrow-imap.md).
 */
import { EventEmitter } from 'node:events'
import hoodiecrow from 'hoodiecrow-imap'
import { complaints, goodbyes } from '../../../voices/imap.ts'
import { completed, identity } from '../../../voices/imap-session.ts'
import type { Argument, Command } from '../syntax/parse.ts'
import { refused, type Result } from './refusal.ts'

export type State = hoodiecrow.State

/** What the engine asks of the session it serves, and tells it. */
export type Served = {
  write(octets: Buffer): void
  offers(capability: string): boolean
  /** Before a tagged answer (and an untagged BAD) is written: the time for announcements. */
  answering(status: Result['status'], command: Command | undefined): void
  /** LOGOUT: nothing more is read. */
  end(): void
}

export type Handler<S> = (session: S, command: Command) => Promise<Result>

/** One session's connection. */
export type Shell = {
  state: State
  /** Runs the handler of a verb, which must be registered or stock. Rejects only if the connection is lost. */
  run(command: Command): Promise<void>
  answer(tag: string, result: Result, command?: Command): void
  close(): void
}

type Running = hoodiecrow.Parsed & { ours?: Command; fail?: (error: unknown) => void }

export class Engine<S extends Served> {
  readonly #server: hoodiecrow.Server
  readonly #handlers: ReadonlyMap<string, Handler<S>>
  readonly #sessions = new WeakMap<hoodiecrow.Connection, S>()

  /**
   * @param options.handlers ours, by verb; every other verb that is run must be one of hoodiecrow's own
   * @param options.capabilities every one there can be, in the order in which they are offered
   */
  constructor({
    handlers,
    capabilities,
  }: {
    handlers: ReadonlyMap<string, Handler<S>>
    capabilities: readonly string[]
  }) {
    this.#handlers = handlers
    const ours = (server: hoodiecrow.Server): void => {
      // hoodiecrow says IMAP4rev1 itself.
      for (const capability of capabilities.filter((word) => word !== 'IMAP4rev1')) {
        server.registerCapability(capability, (connection) => this.#sessions.get(connection)!.offers(capability))
      }
      for (const [verb, handler] of handlers) {
        server.setCommandHandler(verb, (connection, parsed: Running, _data, finish) => {
          const session = this.#sessions.get(connection)!
          const answered = handler(session, parsed.ours!).then((result) =>
            answer(connection, parsed.tag, result, parsed),
          )
          answered.then(finish, parsed.fail)
        })
      }
      server.outputHandlers.push((connection, response, description, parsed) => {
        translate(response, description, parsed?.command)
        const status = statuses.find((status) => status === response.command)
        if (status) this.#sessions.get(connection)!.answering(status, (parsed as Running | undefined)?.ours)
      })
    }
    this.#server = hoodiecrow({
      // First ours: the order of registration is the order of the capability line.
      plugins: [ours, 'id', 'namespace'],
      storage: { INBOX: {}, '': { separator: '/', type: 'personal' } },
      users: {},
      credentials: {},
      id: identity,
    })
    // One listener a connection.
    this.#server.setMaxListeners(0)
  }

  open(session: S): Shell {
    const socket = new StandIn(session)
    let connection: hoodiecrow.Connection | undefined
    this.#server.connectionHandlers.push((made) => (connection = made))
    this.#server.createClient(socket)
    this.#server.connectionHandlers.pop()
    const made = connection!
    this.#sessions.set(made, session)
    socket.greeted = true
    return {
      get state() {
        return made.state
      },
      set state(state) {
        made.state = state
      },
      run: (command) => this.#run(made, command),
      answer: (tag, result, command) => {
        const parsed: Running = { tag, command: command?.verb ?? '' }
        if (command) parsed.ours = command
        answer(made, tag, result, parsed)
      },
      close: () => socket.emit('close'),
    }
  }

  #run(connection: hoodiecrow.Connection, command: Command): Promise<void> {
    return new Promise((resolve, reject) => {
      const parsed: Running = { tag: command.tag, command: command.verb, ours: command, fail: reject }
      // Ours read the command itself, which may hold a message; it is not for translation.
      const stock = !this.#handlers.has(command.verb)
      if (stock && command.args.length > 0) parsed.attributes = command.args.map(attribute)
      const handler = this.#server.getCommandHandler(command.verb)
      try {
        if (!handler) throw new Error(`no handler for ${command.verb}`)
        handler(connection, parsed, '', resolve)
      } catch {
        // hoodiecrow leaves a connection dead whose handler threw.
        answer(connection, command.tag, refused('unavailable'), parsed)
        resolve()
      }
    })
  }
}

const statuses = ['OK', 'NO', 'BAD'] as const
/** What we describe our replies as; hoodiecrow's own have other descriptions. */
const ownAnswer = 'ANSWER'

function answer(connection: hoodiecrow.Connection, tag: string, result: Result, parsed: hoodiecrow.Parsed): void {
  const attributes = text({ ...result, text: result.text ?? completed(parsed.command) })
  connection.send({ tag, command: result.status, attributes }, ownAnswer, parsed)
}

/** Every reply passes here on its way into the compiler: the stock ones get Microsoft's words. */
function translate(response: hoodiecrow.Response, description: string, verb = ''): void {
  if (description === ownAnswer) return
  if (response.command === 'CAPABILITY') {
    // hoodiecrow puts IMAP4rev1 in front of everything, Microsoft IMAP4.
    const [revision, base, ...rest] = response.attributes
    response.attributes = [base!, revision!, ...rest]
  }
  if (response.command === 'BYE') response.attributes = text({ text: goodbyes.signedOff.text })
  if (response.command === 'OK') response.attributes = text({ text: completed(verb) })
  // Numbers of arguments are checked before: what is left to refuse is the list of ID.
  if (response.command === 'BAD') response.attributes = text({ text: complaints['bad-id'].text })
}

/** Printable ASCII only: a text may quote what the client wrote. */
function text({ code, text }: { code?: string; text: string }): hoodiecrow.Attribute[] {
  return [{ type: 'TEXT', value: `${code ? `[${code}] ` : ''}${text}`.replaceAll(/[^ -~]/g, '?') }]
}

/** For the stock commands that look at their arguments. */
function attribute(argument: Argument): hoodiecrow.Attribute {
  if (argument.kind === 'list') return argument.items.map(attribute)
  if (argument.kind === 'string') return { type: 'STRING', value: argument.bytes.toString('latin1') }
  return argument.text.toUpperCase() === 'NIL' ? null : { type: 'ATOM', value: argument.text }
}

/** Where hoodiecrow believes a client to be. */
class StandIn extends EventEmitter {
  readonly destroyed = false
  /** False while hoodiecrow's own greeting is written, which nobody is to see. */
  greeted = false
  readonly #served: Served

  constructor(served: Served) {
    super()
    this.#served = served
  }

  write(octets: Buffer): void {
    if (this.greeted) this.#served.write(octets)
  }

  end(): void {
    if (this.greeted) this.#served.end()
  }
}
