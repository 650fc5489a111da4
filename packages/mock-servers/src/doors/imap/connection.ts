/** One client of the door: its socket, its session and its time limits. What happens here no other client notices. */
import type { TLSSocket } from 'node:tls'
import { goodbyes, invalidated } from '../../voices/imap.ts'
import { TimeLimit, type Timers } from '../time-limit.ts'
import { converse } from './conversation.ts'
import type { ImapLimits } from './limits.ts'
import { type Services, Session } from './session/session.ts'

type ConnectionServices = Services & { limits: ImapLimits; timers: Timers }

export class Connection {
  /** Resolves when the socket is gone and everything it held is given back. */
  readonly closed: Promise<void>
  readonly #socket: TLSSocket
  readonly #services: ConnectionServices
  readonly #session: Session
  readonly #unauthenticated: TimeLimit
  readonly #idle: TimeLimit

  constructor(socket: TLSSocket, services: ConnectionServices) {
    const { gate, limits, timers } = services
    this.#socket = socket
    this.#services = services
    this.#unauthenticated = new TimeLimit(timers, limits.unauthenticatedMs, () => this.part(goodbyes.notSignedIn.text))
    this.#idle = new TimeLimit(timers, limits.idleMs, () => this.part(goodbyes.idleTooLong.text))
    this.#session = new Session(services, socket, {
      onInput: () => this.#idle.restart(),
      onSignedIn: () => {
        this.#unauthenticated.stop()
        gate.onInvalidated(this.#session.id, (why) => this.part(invalidated[why].text))
      },
    })
    // Whoever reads or writes learns of it as an end.
    socket.on('error', () => undefined)
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#close()
        resolve()
      })
    })
  }

  async run(): Promise<void> {
    try {
      await converse(this.#session)
    } catch (error) {
      this.#services.onError(error)
    }
    this.#end()
  }

  /** Ends the connection in the middle of whatever it does. */
  part(goodbye: string): void {
    this.#session.ended = true
    this.#session.output.line(`* BYE ${goodbye}`)
    void this.#session.output.flow().then(
      () => this.#end(),
      () => this.#end(),
    )
    this.#cutOffLater()
  }

  /** What the client still sends is read and thrown away: a connection closed over unread octets loses its last words. */
  #end(): void {
    this.#socket.end()
    void this.#session.reader.discard()
    this.#cutOffLater()
  }

  #cutOffLater(): void {
    const socket = this.#socket
    const linger = new TimeLimit(this.#services.timers, this.#services.limits.lingerMs, () => socket.destroy())
    socket.once('close', () => linger.stop())
  }

  #close(): void {
    this.#unauthenticated.stop()
    this.#idle.stop()
    this.#session.close()
  }
}
