/** A mailbox: its folders, and one folder's messages, newest first. Looks only: nothing here changes a message or a flag. */
import { Hono } from 'hono'
import type { Folder } from '../../mail/folder.ts'
import type { Mailbox } from '../../mail/mailbox.ts'
import type { Message } from '../../mail/message.ts'
import { summary } from '../../mail/reading.ts'
import { Instant } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import { LiveMailboxes } from '../mail/live.ts'
import { folderPath, messagePath } from '../mail/paths.ts'
import type { OwnerEnv, AccountPageOptions, Visitor } from '../visit/options.ts'

const onOnePage = 50
const refreshSeconds = 10

export function mailbox({ identity, store, closing }: AccountPageOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()
  const live = new LiveMailboxes(closing)

  routes.get('/mail', (context) => context.redirect(folderPath(store.mailbox(context.get('account').address).inbox)))

  routes.get('/mail/changes', (context) => {
    const { id, account } = context.get('session')
    const stillAllowed = () => identity.webSessions.find(id) !== undefined
    return live.stream(context, store.mailbox(account.address), stillAllowed)
  })

  routes.get('/mail/folders/:folder', (context) => {
    const visitor = context.get('visitor')
    const mailbox = store.mailbox(context.get('account').address)
    const folder = mailbox.folder(context.req.param('folder'))
    if (!folder) return context.notFound()
    const number = pageNumber(context.req.query('page'), folder)
    const refresh = context.req.query('refresh') !== undefined
    return page(
      context,
      {
        title: folder.name,
        live: true,
        goOn: refresh ? { seconds: refreshSeconds, to: `${folderPath(folder, number)}&refresh` } : undefined,
      },
      <div class="mail" data-live="/mail/changes">
        <Folders visitor={visitor} mailbox={mailbox} current={folder} />
        <section id="messages" data-live-part aria-label={visitor.messages.mail.messages}>
          <Messages visitor={visitor} folder={folder} number={number} />
        </section>
        <WithoutScripts visitor={visitor} folder={folder} number={number} />
      </div>,
    )
  })

  return routes
}

function Folders({ visitor, mailbox, current }: { visitor: Visitor; mailbox: Mailbox; current: Folder }) {
  const { mail } = visitor.messages
  return (
    <nav class="folders" id="folders" data-live-part aria-label={mail.folders}>
      <ul>
        {mailbox.folders.map((folder) => (
          <li>
            <a href={folderPath(folder)} aria-current={folder === current ? 'page' : undefined}>
              {folder.name}
              {folder.unseen > 0 && <span class="count"> {mail.unread(folder.unseen)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Messages({ visitor, folder, number }: { visitor: Visitor; folder: Folder; number: number }) {
  const { mail } = visitor.messages
  const last = folder.messages.length - (number - 1) * onOnePage
  const shown = folder.messages.slice(Math.max(0, last - onOnePage), last).toReversed()
  return (
    <>
      <p id="state" role="status" data-live-status>
        {mail.state(folder.messages.length, folder.unseen)}
      </p>
      {shown.length > 0 && (
        <ol class="messages">
          {shown.map((message) => (
            <Entry visitor={visitor} folder={folder} message={message} />
          ))}
        </ol>
      )}
      <Pages visitor={visitor} folder={folder} number={number} />
    </>
  )
}

function Entry({ visitor, folder, message }: { visitor: Visitor; folder: Folder; message: Message }) {
  const { mail } = visitor.messages
  const { from, subject } = summary(message)
  const unread = !message.flags.has('\\Seen')
  return (
    <li class={unread ? 'unread' : undefined}>
      <a href={messagePath(folder, message)}>
        {unread && <span class="mark">{mail.unreadMark}</span>}
        <span class="subject" dir="auto">
          {subject?.trim() || mail.noSubject}
        </span>
      </a>
      <span class="from" dir="auto">
        {from ?? mail.noSender}
      </span>
      <Instant at={message.receivedAt} language={visitor.language} />
    </li>
  )
}

function Pages({ visitor, folder, number }: { visitor: Visitor; folder: Folder; number: number }) {
  const { mail } = visitor.messages
  const count = pagesOf(folder)
  if (count === 1) return null
  return (
    <nav aria-label={mail.pages}>
      <p>{mail.page(number, count)}</p>
      <ul>
        {number > 1 && (
          <li>
            <a href={folderPath(folder, number - 1)}>{mail.newer}</a>
          </li>
        )}
        {number < count && (
          <li>
            <a href={folderPath(folder, number + 1)}>{mail.older}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** Reloading by itself is the reader's choice: it takes a screen reader back to the beginning (WCAG 2.2.2). */
function WithoutScripts({ visitor, folder, number }: { visitor: Visitor; folder: Folder; number: number }) {
  const { mail } = visitor.messages
  const here = folderPath(folder, number)
  return (
    <noscript>
      <p>
        <a href={here}>{mail.reload}</a> <a href={`${here}&refresh`}>{mail.reloadEvery(refreshSeconds)}</a>
      </p>
    </noscript>
  )
}

function pagesOf(folder: Folder): number {
  return Math.max(1, Math.ceil(folder.messages.length / onOnePage))
}

function pageNumber(text: string | undefined, folder: Folder): number {
  const number = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 1
  return Math.min(Math.max(number, 1), pagesOf(folder))
}
