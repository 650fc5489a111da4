import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { errorWord, SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import { Stop, type Dialogue, type Move } from '../protocols/dialogue.ts'
import type { Step, StepName } from '../protocols/step.ts'
import type { Endpoint } from '../settings/settings.ts'
import { connectAny, discard, secure } from './connect.ts'
import type { Hide } from './hide-proof.ts'
import { endless } from './lines.ts'
import { SocketReader } from './reader.ts'
import { maxStepBytes } from './size-limits.ts'
import { machineTimers, TimeLimit } from './time-limit.ts'

/** Thrown when a step failed, which is the end of the dialogue. The server's words in it are without the secret. */
export class StepFailed extends Error {
  readonly step: Step

  constructor(step: Step, cause: unknown) {
    super(step.error, { cause })
    this.step = step
  }
}

export type ChannelOptions = {
  signal?: AbortSignal | undefined
  /** Takes the secret out of whatever the server says. */
  hide?: Hide | undefined
  /** Hears of each step as it ends. */
  onStep?: ((step: Step) => void) | undefined
}

type StepUnderWay = { name: StepName; begun: number; time: TimeLimit; heard: string[]; bytesBefore: number }

/**
 * The way to a server: a connection over which dialogues are driven, each step of them within its limits of time and size,
 * and told with the server's words. Every probe and every client has one, and TLS begins nowhere else.
 */
export class Channel {
  readonly endpoint: Endpoint
  readonly network: Network
  readonly #options: ChannelOptions
  hide: Hide
  #socket!: Socket
  #reader!: SocketReader
  #step: StepUnderWay | undefined
  #secured = false

  private constructor(endpoint: Endpoint, network: Network, options: ChannelOptions) {
    this.endpoint = endpoint
    this.network = network
    this.#options = options
    this.hide = options.hide ?? ((said) => said)
  }

  /** Connects to where the network says the official name is. @throws StepFailed */
  static async connect(endpoint: Endpoint, network: Network, options: ChannelOptions = {}): Promise<Channel> {
    const channel = new Channel(endpoint, network, options)
    const { signal } = options
    try {
      const { time } = channel.#begin('resolve')
      const routes = await time.wait(() => network.resolve(endpoint.host, endpoint.port))
      channel.#end()
      channel.#use(await connectAny(routes, { time: channel.#begin('connect').time, signal }))
      channel.#end()
      return channel
    } catch (error) {
      throw channel.#failed(error)
    }
  }

  /** Reads on where the dialogues ended. */
  get reader(): SocketReader {
    return this.#reader
  }

  /** Whether TLS is spoken, and the server was verified. */
  get secured(): boolean {
    return this.#secured
  }

  get socket(): Socket {
    return this.#socket
  }

  /** Has a dialogue with the server. @throws StepFailed, after which only `close` is left */
  async run<T>(dialogue: Dialogue<T>): Promise<T> {
    try {
      let turn = dialogue.next()
      while (!turn.done) turn = dialogue.next((await this.#do(turn.value)) ?? '')
      return turn.value
    } catch (error) {
      throw this.#failed(error)
    }
  }

  /** Gives the connection to a library, which is told `words` first, as if the server had said them. */
  handOver(words: string): TLSSocket {
    this.#socket.unshift(Buffer.concat([Buffer.from(words), this.#reader.takeUnread()]))
    return this.#socket as TLSSocket
  }

  /** Says goodbye where there is someone to say it to, and is gone within half a second. */
  async close(goodbye?: string): Promise<void> {
    const socket = this.#socket
    if (goodbye !== undefined && socket.writable && !socket.readableEnded) {
      const gone = new Promise<void>((resolve) => socket.once('close', resolve))
      socket.resume().end(`${goodbye}\r\n`)
      await new TimeLimit(500, this.network.timers).wait(() => gone).catch(() => undefined)
    }
    discard(socket)
  }

  async #do(move: Move): Promise<string | void> {
    switch (move.do) {
      case 'say':
        if (this.#socket.writable) this.#socket.write(`${move.line}\r\n`)
        return
      case 'hear':
        return this.#hear()
      case 'secure':
        return this.#secure()
      case 'begin':
        this.#begin(move.step)
        return
      case 'end':
        return this.#end(move.reply)
      case 'skip':
        return this.#tell({ step: move.step, outcome: 'skipped', ms: 0, error: move.word })
    }
  }

  async #hear(): Promise<string> {
    const step = this.#step!
    let line: string
    try {
      line = await this.#reader.line(step.time)
    } catch (error) {
      throw wordOf(error) === 'closed' && startsLikeTls(this.#reader.unread) ? new Stop('tls-spoken') : error
    }
    if (this.#reader.bytes - step.bytesBefore > maxStepBytes) throw endless()
    step.heard.push(line)
    return line
  }

  async #secure(): Promise<void> {
    // RFC 2595 and 3207: the server is silent until the handshake.
    const unread = this.#reader.takeUnread()
    if (unread.length > 0) throw new Stop('bytes-before-tls', unread.toString())
    const { time } = this.#step!
    const { signal } = this.#options
    this.#use(await secure(this.#socket, this.endpoint.host, { ca: this.network.ca, time, signal }))
    this.#secured = true
  }

  #use(socket: Socket): void {
    this.#socket = socket
    this.#reader = new SocketReader(socket, this.network)
    // The server has begun a new count of what it says.
    if (this.#step) this.#step.bytesBefore = 0
  }

  #begin(name: StepName): StepUnderWay {
    const { timeoutMs, timers = machineTimers } = this.network
    const bytesBefore = this.#step === undefined && this.#reader ? this.#reader.bytes : 0
    this.#step = { name, begun: timers.now(), time: new TimeLimit(timeoutMs, timers), heard: [], bytesBefore }
    return this.#step
  }

  #end(reply?: string): void {
    const step = this.#over({ outcome: 'ok' }, reply ?? this.#heard(this.#unread()))
    this.#tell(step)
  }

  #failed(error: unknown): unknown {
    if (!this.#step) return error
    const word = wordOf(error)
    // A bug of ours must not pass for something a server did.
    if (word === undefined) return error
    const rest = word === 'endless' ? this.hide(this.#unread()).slice(0, 80) : this.#unread()
    const said = error instanceof Stop && error.reply !== undefined ? error.reply : this.#heard(rest)
    const step = this.#over({ outcome: 'failed', error: word }, said)
    this.#tell(step)
    return new StepFailed(step, error)
  }

  #over(outcome: Pick<Step, 'outcome' | 'error'>, said: string): Step {
    const { name, begun } = this.#step!
    const ms = Math.round((this.network.timers ?? machineTimers).now() - begun)
    this.#step = undefined
    return { step: name, ms, ...outcome, ...(said !== '' && { reply: this.hide(said) }) }
  }

  /** All that was said in this step, with what came of a line that is not whole. */
  #heard(rest: string): string {
    return [...this.#step!.heard, ...(rest === '' ? [] : [rest])].join('\n')
  }

  #unread(): string {
    return this.#reader?.unread.toString('utf8') ?? ''
  }

  #tell(step: Step): void {
    this.#options.onStep?.(step)
  }
}

/** A TLS alert record: what a TLS port says to plain text. */
function startsLikeTls(bytes: Buffer): boolean {
  return bytes[0] === 0x15 && bytes[1] === 0x03
}

function wordOf(error: unknown): string | undefined {
  if (error instanceof Stop) return error.word
  if (error instanceof SparekeyError) {
    if (error.code === 'not-a-mail-server') return error.details.problem
    return ('error' in error.details && error.details.error) || error.code
  }
  return errorWord(error)
}
