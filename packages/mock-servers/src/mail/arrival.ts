/** Waiting for a message to come into a folder. Waits for news of the folder, never for time to pass. */
import type { Folder } from './folder.ts'
import type { Message } from './message.ts'
import { fold, summary } from './reading.ts'

/** Both match anywhere in the decoded field, whatever its case; what is left out matches everything. */
export type Awaited = { subject?: string | undefined; from?: string | undefined }

/**
 * The first message that matches: one that is there already, else the next that arrives.
 * @param options.signal ends the wait
 * @returns undefined if none came in time, or the wait was ended
 */
export function arrival(
  folder: Folder,
  awaited: Awaited,
  options: { timeoutMs: number; signal: AbortSignal },
): Promise<Message | undefined> {
  const here = folder.messages.find((message) => matches(message, awaited))
  if (here || options.signal.aborted) return Promise.resolve(here)

  return new Promise((resolve) => {
    const finish = (message?: Message) => {
      clearTimeout(timer)
      stopListening()
      options.signal.removeEventListener('abort', giveUp)
      resolve(message)
    }
    const giveUp = () => finish()
    const timer = setTimeout(giveUp, options.timeoutMs)
    const stopListening = folder.onChange((change) => {
      if (change.kind === 'arrived' && matches(change.message, awaited)) finish(change.message)
    })
    options.signal.addEventListener('abort', giveUp)
  })
}

function matches(message: Message, { subject, from }: Awaited): boolean {
  const held = summary(message)
  return contains(held.subject, subject) && contains(held.from, from)
}

function contains(text: string | null, wanted: string | undefined): boolean {
  return wanted === undefined || fold(text ?? '').includes(fold(wanted))
}
