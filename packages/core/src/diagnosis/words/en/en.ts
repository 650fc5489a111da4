/** The words for findings in English: what happened, why, and what to do next. */
import { delivery } from './delivery.ts'
import { explanations } from './explanations.ts'
import { mailbox } from './mailbox.ts'
import { network } from './network.ts'
import { oauth } from './oauth.ts'
import { program } from './program.ts'
import { sending } from './sending.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { smtpAuth } from './smtp-auth.ts'
import { token } from './token.ts'
import type { Words } from '../words.ts'

export const en: Words = {
  said: (quote, by) => (by === 'server' ? ` The server said: “${quote}”` : ` This computer reported: ${quote}.`),
  unsure: (title, certainty) => `${title} (${certainty})`,
  whose: { between: ' ', personal: 'With a personal account:', work: 'With a work or school account:' },
  findings: {
    ...signIn,
    ...mailbox,
    ...smtpAuth,
    ...sending,
    ...delivery,
    ...token,
    ...oauth,
    ...program,
    ...settings,
    ...network,
    ...explanations,
  },
}
