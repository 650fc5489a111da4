/**
 * One client's conversation as the commands see it: who it is, what it has selected, how to read from it and write to
 * it. Its protocol state is hoodiecrow's connection's; the messages it may name are its view's.
 */
import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { Clock } from '../../../clock/clock.ts'
import type { Folder } from '../../../mail/folder.ts'
import type { Mailbox } from '../../../mail/mailbox.ts'
import type { Gate } from '../../../sign-in/gate.ts'
import { goodbyes } from '../../../voices/imap.ts'
import { capabilities, greeting } from '../../../voices/imap-session.ts'
import type { CommandLimits } from '../wire/command-reader.ts'
import type { Engine, Served, Shell } from './engine.ts'
import { ConnectionLost, Output } from '../wire/output.ts'
import type { Command } from '../syntax/parse.ts'
import { LineTooLong, Reader } from '../wire/reader.ts'
import { Refusal, refused, type Result } from './refusal.ts'
import { View } from './view.ts'

/** What all sessions of a server share. */
export type Services = {
  engine: Engine<Session>
  gate: Pick<Gate, 'attempt' | 'closed' | 'onInvalidated'>
  mailboxes: (address: string) => Mailbox
  clock: Clock
  frontend: string
  limits: CommandLimits & { literalOctetsBeforeSignIn: number; badCommands: number }
  /** A fault of ours, not of the client's; the client is told that the server is unavailable. */
  onError: (error: unknown) => void
}

/** Anything longer is cut into turns, so that other sessions and protocols go on. */
const turnMs = 5

/** RFC 3501, 7.4.1: while one of these runs, numbers must not move. Their UID forms name no numbers. */
const keepsNumbers: ReadonlySet<string> = new Set(['FETCH', 'STORE', 'SEARCH'])

export class Session implements Served {
  readonly id = randomUUID()
  readonly services: Services
  readonly output: Output
  readonly reader: Reader
  readonly shell: Shell
  readonly #onSignedIn: () => void
  #mailbox: Mailbox | undefined
  #view: View | undefined
  #turn = 0
  #gone = false
  /** BAD answers so far. */
  badCommands = 0
  /** False where Microsoft said yes to the sign-in and refuses every command after it (MS-IMAP-13). */
  connected = true
  /** Commands since such a sign-in. */
  unconnectedCommands = 0
  /** LOGOUT was answered. */
  ended = false
  /** Words after `* BYE`, once the connection is to end after the current answer. */
  goodbye: string | undefined

  constructor(
    services: Services,
    socket: Duplex,
    { onInput, onSignedIn }: { onInput: () => void; onSignedIn: () => void },
  ) {
    this.services = services
    this.output = new Output(socket)
    this.reader = new Reader(socket, onInput)
    this.#onSignedIn = onSignedIn
    this.shell = services.engine.open(this)
  }

  greet(): void {
    const { frontend, clock } = this.services
    this.output.line(greeting({ frontend, at: clock.now(), session: this.id, address: '' }))
  }

  get signedIn(): boolean {
    return this.shell.state !== 'Not Authenticated'
  }

  get commandLimits(): CommandLimits {
    const { commandOctets, literalOctets, literalOctetsBeforeSignIn } = this.services.limits
    return { commandOctets, literalOctets: this.signedIn ? literalOctets : literalOctetsBeforeSignIn }
  }

  /** @param connected false: no command will be answered */
  signIn(address: string, connected: boolean): void {
    if (connected) this.#mailbox = this.services.mailboxes(address)
    this.connected = connected
    this.shell.state = 'Authenticated'
    this.#onSignedIn()
  }

  /** There once somebody has signed in, and is connected. */
  get mailbox(): Mailbox {
    return this.#mailbox!
  }

  /** There in the selected state. */
  get view(): View {
    return this.#view!
  }

  select(folder: Folder, readOnly: boolean): View {
    this.deselect()
    this.#view = new View(folder, { readOnly })
    this.shell.state = 'Selected'
    return this.#view
  }

  deselect(): void {
    this.#view?.close()
    this.#view = undefined
    if (this.shell.state === 'Selected') this.shell.state = 'Authenticated'
  }

  /** Says what has happened to the selected folder. */
  announce(options: { expunges: boolean }): void {
    for (const line of this.#view?.announce(options) ?? []) this.output.line(line)
  }

  /** Calls back when there is something to announce, until told to stop. */
  listen(onNews: () => void): () => void {
    const view = this.#view
    if (!view) return () => undefined
    view.onNews = onNews
    return () => (view.onNews = () => undefined)
  }

  /** Says something that makes the client go on, and reads its line. */
  async ask(request: string): Promise<string> {
    this.output.line(request)
    await this.output.flow()
    try {
      const line = await this.reader.line(this.commandLimits.commandOctets)
      if (line === undefined) throw new ConnectionLost()
      return line.toString('latin1')
    } catch (error) {
      if (!(error instanceof LineTooLong)) throw error
      throw new Refusal({ ...refused('command-too-long'), goodbye: goodbyes.commandTooLong.text })
    }
  }

  /** To be awaited between the messages of a long answer, if it is not `undefined`. Throws `ConnectionLost`. */
  pause(): Promise<void> | undefined {
    const late = performance.now() - this.#turn > turnMs
    return late || this.output.full ? this.#rest(late) : undefined
  }

  beginTurn(): void {
    this.#turn = performance.now()
  }

  async #rest(late: boolean): Promise<void> {
    await this.output.flow()
    if (late) await new Promise((resolve) => setImmediate(resolve))
    if (this.#gone) throw new ConnectionLost()
    this.beginTurn()
  }

  write(octets: Buffer): void {
    this.output.write(octets)
  }

  offers(capability: string): boolean {
    return capabilities({ at: this.services.clock.now(), signedIn: this.signedIn }).includes(capability)
  }

  answering(status: Result['status'], command: Command | undefined): void {
    if (status === 'BAD') this.badCommands++
    if (command && this.shell.state === 'Selected') this.announce({ expunges: !keepsNumbers.has(command.verb) })
  }

  end(): void {
    this.ended = true
  }

  /** The connection is gone. */
  close(): void {
    this.#gone = true
    this.deselect()
    this.shell.close()
    this.services.gate.closed(this.id)
  }
}
