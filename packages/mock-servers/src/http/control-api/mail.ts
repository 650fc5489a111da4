/** An account's folders and messages (docs/reference/control-api.md). Messages go in and out byte for byte. */
import { Hono } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import type { MailStore } from '../../mail/store.ts'
import { noAccount } from '../problem.ts'
import {
  appendMessage,
  type Found,
  listMessages,
  noFolder,
  readMessage,
  removeMessage,
  removeMessages,
} from './messages.ts'
import { wait } from './wait.ts'

/** @param closing ends every wait */
export function mailRoutes(directory: Directory, store: MailStore, closing: AbortSignal): Hono<Found> {
  const routes = new Hono<Found>()
  const messages = '/:address/folders/:folder/messages'

  routes.on('ALL', ['/:address/folders/*', '/:address/messages/*'], async (context, next) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    context.set('mailbox', store.mailbox(account.address))
    await next()
  })

  routes.use(`${messages}/*`, async (context, next) => {
    const name = context.req.param('folder')
    const mailbox = context.get('mailbox')
    const folder = mailbox.folder(name)
    if (!folder) return noFolder(context, mailbox, name)
    context.set('folder', folder)
    await next()
  })

  routes.get('/:address/folders', (context) =>
    context.json(
      context.get('mailbox').folders.map(({ name, messages, unseen }) => ({ name, messages: messages.length, unseen })),
    ),
  )
  routes.get(messages, listMessages)
  routes.post(messages, appendMessage)
  routes.delete(messages, removeMessages)
  routes.get(`${messages}/:uid`, readMessage)
  routes.delete(`${messages}/:uid`, removeMessage)
  routes.get('/:address/messages/wait', (context) => wait(context, { directory, store, closing }))

  return routes
}
