/** An account's folders and messages (docs/reference/control-api.md). Messages go in and out byte for byte. */
import { Hono, type Context } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import { arrival } from '../../mail/arrival.ts'
import type { Folder } from '../../mail/folder.ts'
import { type Mailbox, MailboxFull } from '../../mail/mailbox.ts'
import type { Message } from '../../mail/message.ts'
import { summary } from '../../mail/reading.ts'
import type { MailStore } from '../../mail/store.ts'
import { messageBody } from '../body.ts'
import { mistaken, noAccount, problem } from '../problem.ts'
import { isMistake, numberIn } from '../query.ts'

type Found = { Variables: { mailbox: Mailbox; folder: Folder } }

const longestWait = 300

/** @param closing ends every wait */
export function mailRoutes(directory: Directory, store: MailStore, closing: AbortSignal): Hono<Found> {
  const routes = new Hono<Found>()

  routes.on('ALL', ['/:address/folders/*', '/:address/messages/*'], async (context, next) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    context.set('mailbox', store.mailbox(account.address))
    await next()
  })

  routes.use('/:address/folders/:folder/messages/*', async (context, next) => {
    const name = context.req.param('folder')
    const folder = context.get('mailbox').folder(name)
    if (!folder) return noFolder(context, name)
    context.set('folder', folder)
    await next()
  })

  routes.get('/:address/folders', (context) =>
    context.json(
      context.get('mailbox').folders.map(({ name, messages, unseen }) => ({ name, messages: messages.length, unseen })),
    ),
  )

  routes.get('/:address/folders/:folder/messages', (context) => context.json(context.get('folder').messages.map(entry)))

  routes.post('/:address/folders/:folder/messages', async (context) => {
    const body = await messageBody(context)
    if ('refusal' in body) return body.refusal
    try {
      return context.json({ uid: context.get('folder').append(body.value).uid }, 201)
    } catch (error) {
      if (error instanceof MailboxFull) return problem(context, 507, error.message)
      throw error
    }
  })

  routes.get('/:address/folders/:folder/messages/:uid', (context) => {
    const message = byUid(context)
    if (!message) return noMessage(context)
    return context.body(new Uint8Array(message.raw), 200, { 'content-type': 'message/rfc822' })
  })

  routes.delete('/:address/folders/:folder/messages', (context) => {
    const folder = context.get('folder')
    folder.remove([...folder.messages])
    return context.body(null, 204)
  })

  routes.delete('/:address/folders/:folder/messages/:uid', (context) => {
    const message = byUid(context)
    if (!message) return noMessage(context)
    context.get('folder').remove([message])
    return context.body(null, 204)
  })

  routes.get('/:address/messages/wait', async (context) => {
    const query = context.req.query()
    const seconds = numberIn(query, 'timeout', { min: 0, max: longestWait }, 10)
    if (isMistake(seconds)) return mistaken(context, [seconds])
    const { subject, from, folder: name = 'Inbox' } = query
    const address = context.req.param('address')
    const end = performance.now() + seconds * 1000
    // A reset takes the mailbox away and brings another one: the wait goes on there.
    for (;;) {
      const account = directory.get(address)
      if (!account) return noAccount(context, address)
      const folder = store.mailbox(account.address).folder(name)
      if (!folder) return noFolder(context, name)
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
  })

  return routes
}

function entry(message: Message) {
  return { uid: message.uid, ...summary(message), size: message.size, flags: [...message.flags] }
}

function byUid(context: Context<Found>): Message | undefined {
  const uid = context.req.param('uid')
  return uid && /^\d{1,10}$/.test(uid) ? context.get('folder').byUid(Number(uid)) : undefined
}

function noMessage(context: Context<Found>): Response {
  return problem(
    context,
    404,
    `${context.get('folder').name} holds no message with the uid ${context.req.param('uid')}`,
  )
}

function noFolder(context: Context<Found>, name: string): Response {
  const names = context.get('mailbox').folders.map((folder) => folder.name)
  return problem(context, 404, `there is no folder ${name}; there are ${names.join(', ')}`)
}
