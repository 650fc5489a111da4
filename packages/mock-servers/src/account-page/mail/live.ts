/**
 * News of a mailbox for an open page (server-sent events): that something changed, never what. The page fetches itself
 * again, and with that passes the same checks as anybody.
 */
import { setImmediate } from 'node:timers/promises'
import type { Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import type { Mailbox } from '../../mail/mailbox.ts'

/** A browser keeps a connection for each open page; nobody has so many. */
const maxAtOnce = 100

export class LiveMailboxes {
  /** How each open stream is ended. */
  readonly #open = new Set<() => void>()
  readonly #closing: AbortSignal

  /** @param closing ends every stream */
  constructor(closing: AbortSignal) {
    this.#closing = closing
    closing.addEventListener('abort', () => {
      for (const end of this.#open) end()
    })
  }

  /** @param stillAllowed asked before every piece of news; the stream ends when it says no */
  stream(context: Context, mailbox: Mailbox, stillAllowed: () => boolean): Response {
    if (this.#open.size >= maxAtOnce || this.#closing.aborted) return context.body(null, 503)
    return streamSSE(context, (stream) => this.#tellUntilOver(stream, mailbox, stillAllowed))
  }

  #tellUntilOver(stream: SSEStreamingApi, mailbox: Mailbox, stillAllowed: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      let pending = false
      let writing = false
      const write = async () => {
        writing = true
        while (pending) {
          // Once for everything that happens together, and no faster than the browser reads.
          await setImmediate()
          pending = false
          await stream.writeSSE({ event: 'change', data: 'again' })
        }
        writing = false
      }
      const tell = () => {
        if (!stillAllowed()) return end()
        pending = true
        if (!writing) void write()
      }
      const listening = mailbox.folders.map((folder) => folder.onChange(tell))
      listening.push(
        mailbox.onFolder((folder) => {
          listening.push(folder.onChange(tell))
          tell()
        }),
      )
      const end = () => {
        for (const stop of listening.splice(0)) stop()
        this.#open.delete(end)
        resolve()
      }
      this.#open.add(end)
      stream.onAbort(end)
    })
  }
}
