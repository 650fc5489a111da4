/**
 * smtp-server's parser with what RFC 3030 adds: a stretch of octets, counted beforehand, that is no command and has no
 * dots to undo. Keeps nothing of it.
 */
import { SMTPStream } from 'smtp-server/lib/smtp-stream'

type Stretch = { left: number; take: (octets: Buffer) => void; finish: (next: () => void) => void }

export class SmtpStream extends SMTPStream {
  readonly #onInput: () => void
  #stretch: Stretch | undefined

  /** @param onInput called whenever something comes in */
  constructor(options: { maxCommandLength?: number | undefined } = {}, onInput: () => void = () => undefined) {
    super(options)
    this.#onInput = onInput
  }

  /**
   * From now on hands over octets instead of commands. To be called by a command handler before it asks for the next
   * command.
   *
   * @param left how many octets, at least one
   * @param take called for each piece
   * @param finish called when all came; `next` goes on with the commands after them
   */
  startStretch(left: number, take: Stretch['take'], finish: Stretch['finish']): void {
    this.#stretch = { left, take, finish }
    // The parser gives up looking for lines and passes the rest of what it holds to `_write`.
    this._dataMode = true
  }

  /** smtp-server forgets the end of a second message in the same chunk (docs/discoveries/smtp-server.md). */
  override continue(): void {
    const goOn = this._continueCallback
    if (typeof goOn !== 'function') return super.continue()
    this._continueCallback = false
    goOn()
  }

  override _write(chunk: Buffer, encoding: BufferEncoding | 'buffer', next: (error?: Error | null) => void): void {
    this.#onInput()
    const stretch = this.#stretch
    if (!stretch || this.isClosed) return super._write(chunk, encoding, next)
    const octets = chunk.subarray(0, stretch.left)
    if (octets.length > 0) stretch.take(octets)
    stretch.left -= octets.length
    if (stretch.left > 0) return next()
    this.#stretch = undefined
    this._dataMode = false
    stretch.finish(() => super._write(chunk.subarray(octets.length), encoding, next))
  }
}
