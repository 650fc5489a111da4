/** The messages of one folder: listed, put in, read byte for byte, taken out. */
import type { Context } from 'hono'
import type { Folder } from '../../mail/folder.ts'
import { type Mailbox, MailboxFull } from '../../mail/mailbox.ts'
import type { Message } from '../../mail/message.ts'
import { summary } from '../../mail/reading.ts'
import { messageBody } from '../body.ts'
import { problem } from '../problem.ts'

/** What was found by the path before its handler is asked. */
export type Found = { Variables: { mailbox: Mailbox; folder: Folder } }

export function listMessages(context: Context<Found>): Response {
  return context.json(context.get('folder').messages.map(entry))
}

export async function appendMessage(context: Context<Found>): Promise<Response> {
  const body = await messageBody(context)
  if ('refusal' in body) return body.refusal
  try {
    return context.json({ uid: context.get('folder').append(body.value).uid }, 201)
  } catch (error) {
    if (error instanceof MailboxFull) return problem(context, 507, error.message)
    throw error
  }
}

export function removeMessages(context: Context<Found>): Response {
  const folder = context.get('folder')
  folder.remove([...folder.messages])
  return context.body(null, 204)
}

export function readMessage(context: Context<Found>): Response {
  const message = byUid(context)
  if (!message) return noMessage(context)
  return context.body(new Uint8Array(message.raw), 200, { 'content-type': 'message/rfc822' })
}

export function removeMessage(context: Context<Found>): Response {
  const message = byUid(context)
  if (!message) return noMessage(context)
  context.get('folder').remove([message])
  return context.body(null, 204)
}

/** A message in a list. */
export function entry(message: Message) {
  return { uid: message.uid, ...summary(message), size: message.size, flags: [...message.flags] }
}

export function noFolder(context: Context, mailbox: Mailbox, name: string): Response {
  const names = mailbox.folders.map((folder) => folder.name)
  return problem(context, 404, `there is no folder ${name}; there are ${names.join(', ')}`)
}

function byUid(context: Context<Found>): Message | undefined {
  const uid = context.req.param('uid')
  return uid && /^\d{1,10}$/.test(uid) ? context.get('folder').byUid(Number(uid)) : undefined
}

function noMessage(context: Context<Found>): Response {
  const { name } = context.get('folder')
  return problem(context, 404, `${name} holds no message with the uid ${context.req.param('uid')}`)
}
