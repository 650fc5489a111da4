import type { Socket } from 'node:net'
import { errorWord } from '../errors/sparekey-error.ts'
import type { Hide } from '../wire/hide-proof.ts'
import { secure, type Limits } from '../wire/connect.ts'
import type { ProbeWord } from '../protocols/words.ts'

/**
 * Lines over a socket, for servers that may be anything: every limit is kept here. It keeps what it heard until asked,
 * and never verifies less than the whole certificate.
 */

/** Why a step ended early: a word, and the server's reply where there is one. */
export class WireProblem extends Error {
  readonly word: ProbeWord | (string & {})
  readonly reply: string | undefined

  constructor(word: ProbeWord | (string & {}), reply?: string) {
    super(word)
    this.word = word
    this.reply = reply
  }
}

const maxLineBytes = 8_192
/** What a server may say between two `takeHeard()`, that is within one step. */
const maxStepBytes = 65_536

export class Wire {
  #socket: Socket
  readonly #hide: Hide
  #unread = Buffer.alloc(0)
  #heard: string[] = []
  #heardBytes = 0
  #problem: WireProblem | undefined
  #wake: (() => void) | undefined

  /** @param hide takes the secret out of what is cut before anyone else could */
  constructor(socket: Socket, hide: Hide) {
    this.#socket = socket
    this.#hide = hide
    this.#listen()
  }

  /** The next line without its end. Rejects with a `WireProblem`: `closed`, `endless`, `tls-spoken` or a socket's word. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#unread.indexOf(0x0a)
      if (end >= 0) return this.#take(end)
      if (this.#problem) throw this.#problem
      if (this.#wake) throw new Error('Two readers on one wire.')
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  write(line: string): void {
    this.#socket.write(`${line}\r\n`)
  }

  /** Puts TLS over the connection and checks the server's certificate against `host`. */
  async secure(host: string, limits: Limits & { ca: string | undefined }): Promise<void> {
    if (this.#unread.length > 0) throw new WireProblem('bytes-before-tls', this.#rest())
    const plain = this.#socket
    plain.off('data', this.#onData).off('close', this.#onClose)
    this.#socket = await secure(plain, host, limits)
    this.#listen()
  }

  /** All lines since the last call, and what came of an unfinished one. */
  takeHeard(): string[] {
    const rest = this.#rest()
    const heard = rest === '' ? this.#heard : [...this.#heard, rest]
    this.#heard = []
    this.#heardBytes = 0
    return heard
  }

  /** Says goodbye where there is someone to say it to, and is gone within half a second. */
  async close(goodbye?: string): Promise<void> {
    const socket = this.#socket
    if (goodbye !== undefined && !this.#problem && socket.writable) {
      socket.end(`${goodbye}\r\n`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500)
        socket.once('close', () => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
    socket.destroy()
  }

  #listen(): void {
    this.#socket.on('data', this.#onData).on('error', this.#onError).on('close', this.#onClose)
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#unread = Buffer.concat([this.#unread, chunk])
    this.#heardBytes += chunk.length
    const line = this.#unread.indexOf(0x0a)
    if (this.#heardBytes > maxStepBytes || (line < 0 ? this.#unread.length : line) > maxLineBytes) {
      this.#unread = Buffer.from(this.#hide(this.#rest()).slice(0, 80))
      this.#end(new WireProblem('endless'))
      this.#socket.destroy()
    }
    this.#wakeUp()
  }

  readonly #onError = (error: Error): void => this.#end(new WireProblem(errorWord(error) ?? 'closed'))

  readonly #onClose = (): void => this.#end(new WireProblem(this.#startsLikeTls() ? 'tls-spoken' : 'closed'))

  #end(problem: WireProblem): void {
    this.#problem ??= problem
    this.#wakeUp()
  }

  #wakeUp(): void {
    const wake = this.#wake
    this.#wake = undefined
    wake?.()
  }

  #take(end: number): string {
    const line = this.#unread.subarray(0, end).toString('utf8').replace(/\r$/, '')
    this.#unread = this.#unread.subarray(end + 1)
    this.#heard.push(line)
    return line
  }

  #rest(): string {
    return this.#unread.toString('utf8')
  }

  /** A TLS alert record: what a TLS port says to plain text. */
  #startsLikeTls(): boolean {
    return this.#unread[0] === 0x15 && this.#unread[1] === 0x03
  }
}
