import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Network } from '../network/network.ts'
import { Stop, type Dialogue, type Move } from '../protocols/dialogue.ts'
import type { Step } from '../protocols/step.ts'
import type { Endpoint } from '../settings/settings.ts'
import { connectAny, discard, secure } from './connect.ts'
import type { Hide } from './hide-proof.ts'
import { endless } from './lines.ts'
import { SocketReader } from './reader.ts'
import { maxStepBytes } from './size-limits.ts'
import { Steps, wordOf } from './steps.ts'
import { TimeLimit } from './time-limit.ts'

export type ChannelOptions = {
  signal?: AbortSignal | undefined
  /** Takes the secret out of whatever the server says. */
  hide?: Hide | undefined
  /** Hears of each step as it ends. */
  onStep?: ((step: Step) => void) | undefined
}

/**
 * The way to a server: a connection over which dialogues are driven, each step of them within its limits of time and size,
 * and told with the server's words. Every probe and every client has one, and TLS begins nowhere else.
 */
export class Channel {
  readonly endpoint: Endpoint
  readonly network: Network
  readonly #signal: AbortSignal | undefined
  readonly #steps: Steps
  #socket!: Socket
  #reader!: SocketReader
  #secured = false
  /** What the server had said when the step under way began. */
  #bytesBefore = 0

  private constructor(endpoint: Endpoint, network: Network, options: ChannelOptions) {
    const { signal, hide = (said) => said, onStep = () => undefined } = options
    this.endpoint = endpoint
    this.network = network
    this.#signal = signal
    this.#steps = new Steps(network, hide, onStep)
  }

  /** Connects to where the network says the official name is. @throws StepFailed */
  static async connect(endpoint: Endpoint, network: Network, options: ChannelOptions = {}): Promise<Channel> {
    const channel = new Channel(endpoint, network, options)
    const steps = channel.#steps
    try {
      const routes = await steps.begin('resolve').wait(() => network.resolve(endpoint.host, endpoint.port))
      steps.end(undefined, '')
      const { serverMap } = network
      channel.#use(await connectAny(routes, { time: steps.begin('connect'), signal: channel.#signal, serverMap }))
      steps.end(undefined, '')
      return channel
    } catch (error) {
      throw steps.failed(error, '')
    }
  }

  get hide(): Hide {
    return this.#steps.hide
  }

  set hide(hide: Hide) {
    this.#steps.hide = hide
  }

  /** Reads on where the dialogues ended. */
  get reader(): SocketReader {
    return this.#reader
  }

  get socket(): Socket {
    return this.#socket
  }

  /** Whether TLS is spoken, and the server was verified. */
  get secured(): boolean {
    return this.#secured
  }

  /** Has a dialogue with the server. @throws StepFailed, after which only `close` is left */
  async run<T>(dialogue: Dialogue<T>): Promise<T> {
    try {
      let turn = dialogue.next()
      while (!turn.done) {
        const done = this.#do(turn.value)
        turn = dialogue.next((done && (await done)) ?? '')
      }
      return turn.value
    } catch (error) {
      throw this.#steps.failed(error, this.#unread())
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
      // A socket that nobody reads does not close.
      socket.resume().end(`${goodbye}\r\n`)
      await new TimeLimit(500, this.network.timers).wait(() => gone).catch(() => undefined)
    }
    discard(socket)
  }

  /** @returns a promise for what takes time */
  #do(move: Move): Promise<string | void> | undefined {
    switch (move.do) {
      case 'say':
        if (this.#socket.writable) this.#socket.write(`${move.line}\r\n`)
        return undefined
      case 'hear':
        return this.#hear()
      case 'secure':
        return this.#secure()
      case 'begin':
        this.#bytesBefore = this.#reader.bytes
        this.#steps.begin(move.step)
        return undefined
      case 'end':
        this.#steps.end(move.reply, this.#unread())
        return undefined
      case 'skip':
        this.#steps.skip(move.step, move.word)
        return undefined
    }
  }

  async #hear(): Promise<string> {
    let line: string
    try {
      line = await this.#reader.line(this.#steps.time)
    } catch (error) {
      throw wordOf(error) === 'closed' && startsLikeTls(this.#reader.unread) ? new Stop('tls-spoken') : error
    }
    if (this.#reader.bytes - this.#bytesBefore > maxStepBytes) throw endless()
    this.#steps.heard(line)
    return line
  }

  async #secure(): Promise<void> {
    // RFC 2595 and 3207: the server is silent until the handshake.
    const unread = this.#reader.takeUnread()
    if (unread.length > 0) throw new Stop('bytes-before-tls', unread.toString())
    const { time } = this.#steps
    const { ca } = this.network
    this.#use(await secure(this.#socket, this.endpoint.host, { ca, time, signal: this.#signal }))
    this.#secured = true
  }

  #use(socket: Socket): void {
    this.#socket = socket
    this.#reader = new SocketReader(socket, this.network)
    this.#bytesBefore = 0
  }

  #unread(): string {
    return this.#reader.unread.toString('utf8')
  }
}

/** A TLS alert record: what a TLS port says to plain text. */
function startsLikeTls(bytes: Buffer): boolean {
  return bytes[0] === 0x15 && bytes[1] === 0x03
}
