import { basename } from 'node:path'
import {
  composeMessage,
  prepareEml,
  sendMessage,
  settingsFor,
  type OutgoingMessage,
  type Rejection,
} from '@sparekey/core'
import { credentialsFor } from '../../accounts/credentials.ts'
import type { Context } from '../../run/context.ts'
import { Failure, usageFailure } from '../../failure/failure.ts'
import { readAll, readInputFile } from '../../run/files.ts'
import { networkFor } from '../../run/network.ts'
import { renderSent, type ToldRejection } from './render.ts'

export type SendFlags = {
  from: string
  account?: string
  to?: readonly string[]
  cc?: readonly string[]
  bcc?: readonly string[]
  subject?: string
  text?: string
  html?: string
  attach?: readonly string[]
  eml?: string
  passwordStdin: boolean
}

export const someRecipientRefused = 1

/** `sparekey send`: everything that can be wrong with the message is found before a password is asked for. */
export async function send(context: Context, flags: SendFlags): Promise<void> {
  const { out, say } = context
  refuseContradictions(flags, context)
  const network = await networkFor(context)
  const message = await messageFrom(flags, context, network.now())
  context.address = flags.account ?? message.envelope.from
  const { servers, account } = await settingsFor(context.address, { network })
  context.account = account
  const endpoint = servers.find(({ protocol }) => protocol === 'smtp')!
  const { graphToken, grant, ...credentials } = await credentialsFor(endpoint, flags, { context, network })
  const { accepted, rejected, reply, via } = await sendMessage({
    ...credentials,
    endpoint,
    network,
    message,
    accessTokenFor: graphToken,
    cloud: grant?.cloud,
  })
  const { messageId } = message
  const sent = { accepted, messageId, reply, via }
  const told = { ...sent, rejected: rejected.length === 0 ? [] : await inWords(rejected, context) }
  if (out.json) {
    const refused = rejected.map((recipient) => recipient.address)
    out.document({ accepted, rejected: refused, rejections: told.rejected, messageId, reply, via })
  } else out.result(renderSent(told, say, out))
  if (rejected.length > 0) context.exitCode = someRecipientRefused
}

/** Refused recipients, with the finding of each in words. */
async function inWords(rejected: readonly Rejection[], context: Context): Promise<ToldRejection[]> {
  const { findingWords } = await import('../../failure/finding-words.ts')
  return rejected.map(({ finding, ...rejection }) => {
    if (!finding) return rejection
    const about = { certainty: finding.certainty, side: 'recipient' } as const
    return { ...rejection, finding: findingWords(finding.code, about, context) }
  })
}

function refuseContradictions(flags: SendFlags, { say: { usage } }: Context): void {
  const { to = [], cc = [], bcc = [], attach = [], eml, text, html } = flags
  const fromStdin = text === '-' ? '--text -' : eml === '-' ? '--eml -' : undefined
  if (flags.passwordStdin && fromStdin) throw usageFailure(usage.bothFromStdin('--password-stdin', fromStdin))
  if (eml !== undefined) {
    const besides = (['subject', 'text', 'html', 'attach'] as const).find((flag) => flags[flag] !== undefined)
    if (besides) throw usageFailure(usage.emlStandsAlone(`--${besides}`))
    return
  }
  if (text === undefined && html === undefined && attach.length === 0) throw usageFailure(usage.nothingToSend)
  if (to.length + cc.length + bcc.length === 0) throw usageFailure(usage.noRecipient)
}

async function messageFrom(flags: SendFlags, context: Context, date: Date): Promise<OutgoingMessage> {
  const { from, to, cc, bcc, subject, text, html, attach = [], eml } = flags
  if (eml !== undefined) {
    return prepareEml(eml === '-' ? await readStdin(context) : await readInputFile(eml), {
      from,
      to: [to, cc, bcc].flatMap((named) => named ?? []),
    })
  }
  const attachments = await Promise.all(
    attach.map(async (path) => ({ filename: basename(path), content: await readInputFile(path) })),
  )
  return composeMessage({
    from,
    ...(to && { to }),
    ...(cc && { cc }),
    ...(bcc && { bcc }),
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text: text === '-' ? (await readStdin(context)).toString('utf8') : text }),
    ...(html !== undefined && { html: (await readInputFile(html)).toString('utf8') }),
    attachments,
    date,
  })
}

async function readStdin({ host }: Context): Promise<Buffer> {
  try {
    return await readAll(host.stdin)
  } catch (error) {
    throw new Failure('file-unreadable', { path: '-' }, error)
  }
}
