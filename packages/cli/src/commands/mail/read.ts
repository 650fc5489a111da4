import { htmlToText } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { usageFailure } from '../../failure/failure.ts'
import { openMailboxFor, type MailboxFlags } from './mailbox.ts'
import { renderMessage } from './render-message.ts'
import { renderRaw } from './render-raw.ts'

export type ReadFlags = MailboxFlags & { raw: boolean }

/** `sparekey read UID`: one message, decoded; with `--raw` its bytes, which only a terminal gets made plain. */
export async function read(context: Context, flags: ReadFlags, uid: string): Promise<void> {
  const { out, say, host } = context
  if (flags.raw && out.json) throw usageFailure(say.usage.rawIsNotJson)
  const { account, protocol, folder = 'INBOX' } = flags
  await using mailbox = await openMailboxFor(flags, context)
  if (flags.raw) {
    const bytes = await mailbox.raw(uid, { folder })
    if (!host.stdout.isTTY) return out.bytes(bytes)
    for (const lines of renderRaw(bytes)) out.result(lines)
    return
  }
  const message = await mailbox.read(uid, { folder })
  if (out.json) return out.document({ account, protocol, folder, uid, ...message })
  const words = message.text?.trim() ? '' : await htmlToText(message.html ?? '')
  out.result(renderMessage(message, words, say, out))
}
