/**
 * One message: who, when, what; its HTML in a frame that can do nothing, its text, every header field, its source and its
 * files. All of it is foreign: text is escaped, HTML is sandboxed, files are only ever saved.
 */
import { Hono, type Context } from 'hono'
import type { Folder } from '../../mail/folder.ts'
import type { Message } from '../../mail/message.ts'
import { summary } from '../../mail/reading.ts'
import type { MailStore } from '../../mail/store.ts'
import { Instant } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import { attachmentDisposition, attachmentName } from '../mail/attachment-name.ts'
import { frameDocument } from '../mail/html-frame.ts'
import { headersOf, octetsOf, textOf, viewOf, type Attachment, type MessageView } from '../mail/message-view.ts'
import { folderPath, messagePath } from '../mail/paths.ts'
import type { OwnerEnv, AccountPageOptions, Visitor } from '../visit/options.ts'
import { contentSecurityPolicy } from '../visit/security-headers.ts'

const path = '/mail/folders/:folder/:uid{[0-9]{1,10}}'

export function message({ store }: AccountPageOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()

  routes.get(path, (context) => {
    const found = find(context, store)
    if (!found) return context.notFound()
    const visitor = context.get('visitor')
    const { subject } = summary(found.message)
    return page(
      context,
      { title: subject?.trim() || visitor.messages.mail.noSubject },
      <MessagePage visitor={visitor} {...found} view={viewOf(found.message)} />,
    )
  })

  routes.get(`${path}/html`, (context) => {
    const found = find(context, store)
    if (!found) return context.notFound()
    context.header('content-security-policy', contentSecurityPolicy.message)
    return context.html(frameDocument(viewOf(found.message)))
  })

  routes.get(`${path}/source`, (context) => {
    const found = find(context, store)
    if (!found) return context.notFound()
    context.header('content-security-policy', contentSecurityPolicy.download)
    return context.body(new Uint8Array(found.message.raw), 200, { 'content-type': 'text/plain; charset=utf-8' })
  })

  routes.get(`${path}/attachments/:number{[0-9]{1,4}}`, (context) => {
    const found = find(context, store)
    const number = Number(context.req.param('number'))
    const attachment = found && viewOf(found.message).attachments[number - 1]
    if (!attachment) return context.notFound()
    context.header('content-security-policy', contentSecurityPolicy.download)
    return context.body(new Uint8Array(octetsOf(attachment.part)), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachmentDisposition(nameOf(attachment, number)),
    })
  })

  return routes
}

type Found = { folder: Folder; message: Message }

/** In the owner's own mailbox, and nowhere else. */
function find(context: Context<OwnerEnv>, store: MailStore): Found | undefined {
  const { folder: name = '', uid } = context.req.param() as { folder?: string; uid?: string }
  const folder = store.mailbox(context.get('account').address).folder(name)
  const message = folder?.byUid(Number(uid))
  return folder && message && { folder, message }
}

function nameOf({ name, type }: Attachment, number: number): string {
  return attachmentName(name, `attachment-${number}${type === 'message/rfc822' ? '.eml' : ''}`)
}

function MessagePage({ visitor, folder, message, view }: Found & { visitor: Visitor; view: MessageView }) {
  const { mail } = visitor.messages
  const here = messagePath(folder, message)
  return (
    <>
      <p>
        <a href={folderPath(folder)}>{mail.backTo(folder.name)}</a>
      </p>
      <Envelope visitor={visitor} message={message} />
      {view.html && (
        <iframe class="message" title={mail.frame} src={`${here}/html`} sandbox="" referrerpolicy="no-referrer" />
      )}
      <Text visitor={visitor} view={view} />
      {view.attachments.length > 0 && <Attachments visitor={visitor} attachments={view.attachments} here={here} />}
      <details>
        <summary>{mail.headers}</summary>
        <dl class="headers">
          {headersOf(message).map(({ name, value }) => (
            <>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </>
          ))}
        </dl>
      </details>
      <p>
        <a href={`${here}/source`}>{mail.source}</a>
      </p>
    </>
  )
}

function Envelope({ visitor, message }: { visitor: Visitor; message: Message }) {
  const { mail } = visitor.messages
  const { from, to } = summary(message)
  return (
    <dl class="facts">
      <dt>{mail.from}</dt>
      <dd dir="auto">{from ?? mail.noSender}</dd>
      <dt>{mail.to}</dt>
      <dd dir="auto">{to ?? mail.noRecipient}</dd>
      <dt>{mail.received}</dt>
      <dd>
        <Instant at={message.receivedAt} language={visitor.language} />
      </dd>
      <dt>{mail.flags}</dt>
      <dd>{[...message.flags].join(' ') || mail.noFlags}</dd>
    </dl>
  )
}

function Text({ visitor, view: { html, text } }: { visitor: Visitor; view: MessageView }) {
  const { mail } = visitor.messages
  if (!text) return html ? null : <p>{mail.noText}</p>
  const shown = (
    <pre class="text" dir="auto" tabindex={0} role="region" aria-label={mail.text}>
      {textOf(text)}
    </pre>
  )
  return html ? (
    <details>
      <summary>{mail.text}</summary>
      {shown}
    </details>
  ) : (
    shown
  )
}

type AttachmentsProps = { visitor: Visitor; attachments: readonly Attachment[]; here: string }

function Attachments({ visitor, attachments, here }: AttachmentsProps) {
  const { mail } = visitor.messages
  return (
    <section aria-labelledby="attachments">
      <h2 id="attachments">{mail.attachments}</h2>
      <ul>
        {attachments.map((attachment, index) => (
          <li>
            <a href={`${here}/attachments/${index + 1}`} download>
              {nameOf(attachment, index + 1)}
            </a>{' '}
            <small>
              {attachment.type}, {mail.octets(octetsOf(attachment.part).length)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
