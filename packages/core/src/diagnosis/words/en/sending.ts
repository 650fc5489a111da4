import type { NextStep } from '../../finding.ts'
import { pages } from '../parts.ts'
import type { Circumstances, SendingWords } from '../words.ts'
import { askAdministrator, forKind, signInAgain } from './phrases.ts'

/** What is left where SMTP sign-in is off: who can switch it on, and ways round it. */
export const withSmtpOff = (about: Circumstances): NextStep[] => [
  ...forKind(
    about,
    [
      {
        text: 'Send in a browser or with a program that does not use SMTP, such as the current Outlook.',
        url: pages.webMail,
      },
    ],
    [askAdministrator('switch on “Authenticated SMTP” for your mailbox')],
  ),
  {
    ...signInAgain(about),
    text: 'Or send with sparekey: once you have signed in with Microsoft, “sparekey send” goes round SMTP (by Microsoft Graph) where SMTP is off.',
  },
  { text: 'Microsoft describes the setting on this page.', url: pages.smtpAuthOff },
]

export const sending: SendingWords = {
  'smtp-auth-off-mailbox': (about) => ({
    title: 'Sending by SMTP is switched off for this mailbox',
    explanation:
      'The server says that SMTP sign-in (“SMTP AUTH”) is disabled for this mailbox. That is a setting of Microsoft’s, not a wrong password. Newer personal mailboxes have it off, and Microsoft gives their owners no switch; in organizations the administrator decides.',
    nextSteps: withSmtpOff(about),
  }),
  'smtp-auth-off-tenant': () => ({
    title: 'Sending by SMTP is switched off for the whole organization',
    explanation:
      'The server says that SMTP sign-in (“SMTP AUTH”) is disabled for the tenant, that is for every mailbox of the organization. The password plays no part in it.',
    nextSteps: [
      askAdministrator('allow SMTP AUTH for the organization or for your mailbox alone'),
      { text: 'Microsoft describes the setting on this page.', url: pages.smtpAuthOff },
    ],
  }),
  'sender-not-allowed': (about) => ({
    title: 'The sender’s address is not one of this account’s',
    explanation: `Signing in worked, but the message’s From address belongs neither to the account${about.address ? ` ${about.address}` : ''} nor to its aliases, so Microsoft refused to send it (“SendAsDenied”).`,
    nextSteps: [
      { text: 'Use the address you signed in with as the sender.' },
      {
        text: 'To send as another address, first add it to the account as an alias, or have the right “Send as” given to you.',
      },
    ],
  }),
}
