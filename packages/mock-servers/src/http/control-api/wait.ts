/** Waiting for a message over HTTP: the answer comes with the first that matches, or when the time is over. */
import type { Context } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import { arrival } from '../../mail/arrival.ts'
import type { MailStore } from '../../mail/store.ts'
import { noAccount, problem } from '../problem.ts'
import { isMistake, numberIn } from '../query.ts'
import { entry, noFolder } from './messages.ts'
import { mistaken } from './mistaken.ts'

const maxWaitSeconds = 300

type Services = {
  directory: Directory
  store: MailStore
  /** Ends every wait. */
  closing: AbortSignal
}

export async function wait(context: Context, { directory, store, closing }: Services): Promise<Response> {
  const query = context.req.query()
  const seconds = numberIn(query, 'timeout', { min: 0, max: maxWaitSeconds }, 10)
  if (isMistake(seconds)) return mistaken(context, [seconds])
  const { subject, from, folder: name = 'Inbox' } = query
  const address = context.req.param('address') ?? ''
  const end = performance.now() + seconds * 1000
  // A reset takes the mailbox away and brings another one: the wait goes on there.
  for (;;) {
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    const mailbox = store.mailbox(account.address)
    const folder = mailbox.folder(name)
    if (!folder) return noFolder(context, mailbox, name)
    const gone = new AbortController()
    const stopListening = directory.onChange(({ kind, account: changed }) => {
      if (kind === 'removed' && changed === account) gone.abort()
    })
    const signal = AbortSignal.any([closing, context.req.raw.signal, gone.signal])
    const timeoutMs = Math.max(0, end - performance.now())
    const message = await arrival(folder, { subject, from }, { timeoutMs, signal })
    stopListening()
    if (message) return context.json(entry(message))
    if (!gone.signal.aborted) return problem(context, 408, `no such message came into ${name} within ${seconds} s`)
  }
}
