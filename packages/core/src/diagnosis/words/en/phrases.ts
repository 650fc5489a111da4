import type { NextStep } from '../../finding.ts'
import { protocolNames, run, sentenceFor, stepsFor, webMail } from '../parts.ts'
import type { Circumstances, Step } from '../words.ts'

export const mailServer = ({ protocol }: Circumstances) =>
  protocol ? `the ${protocolNames[protocol]} server` : 'the mail server'
export const place = (about: Circumstances) =>
  about.host === undefined ? mailServer(about) : `the server ${about.host}, port ${about.port},`
export const door = ({ protocol }: Circumstances) => (protocol ? protocolNames[protocol] : 'this protocol')
export const proof = ({ credential }: Circumstances) => (credential === 'token' ? 'token' : 'password')
export const programName = ({ program }: Circumstances) => program?.name.en
const months = 'January February March April May June July August September October November December'.split(' ')
/** An ISO date as a person writes it. */
export const dayInWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${months[month - 1]} ${year}`
}
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
export const checkAgain = (about: Circumstances): NextStep => ({ text: 'Then check again.', ...run(about, 'check') })
export const rightSettings = (about: Circumstances): NextStep => ({
  text:
    about.account === 'unknown'
      ? 'Compare the server name, port and encryption in the mail program with those its provider names.'
      : 'Compare the server name, port and encryption in the mail program with the right ones.',
  ...run(about, 'settings'),
})
/** A whole sentence, with its full stop. */
export const administrator = (what: string, url?: string): NextStep => ({
  text: `Ask your administrator to ${what}`,
  ...(url !== undefined && { url }),
})
export const tryLater: NextStep = {
  text: 'Wait a quarter of an hour, then try once more; trying again and again prolongs the wait.',
}
export const signInAgain = ({ address = 'ADDRESS' }: Circumstances): NextStep => ({
  text: 'Sign in with Microsoft again.',
  command: `sparekey login ${address}`,
})
export const webMailStep = ({ account }: Circumstances): Step => ({
  text: 'Until then the mail can be read in a browser.',
  ...webMail(account),
})
export const forKind = ({ account }: Circumstances, personal: Step[], work: Step[]) =>
  stepsFor(
    account,
    { personal, work },
    { personal: 'With a personal account: ', work: 'With a work or school account: ' },
  )
export const byKind = ({ account }: Circumstances, personal: string, work: string) =>
  sentenceFor(account, { personal, work }, ' ')
/** What a text claims may be no surer than its finding. */
export const ifCertain = ({ certainty }: Circumstances, certain: string, otherwise: string) =>
  certainty === 'certain' ? certain : otherwise
