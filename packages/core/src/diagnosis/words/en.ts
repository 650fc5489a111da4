/** The words for findings in English: what happened, why, and what to do next. */
import { mailbox } from './en/mailbox.ts'
import { network } from './en/network.ts'
import { oauth } from './en/oauth.ts'
import { sending } from './en/sending.ts'
import { settings } from './en/settings.ts'
import { signIn } from './en/sign-in.ts'
import type { Words } from './words.ts'

export const en: Words = {
  said: (quote, by) => (by === 'server' ? ` The server said: “${quote}”` : ` This computer reported: ${quote}.`),
  findings: { ...signIn, ...mailbox, ...sending, ...oauth, ...settings, ...network },
}
