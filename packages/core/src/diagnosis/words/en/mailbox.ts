import type { NextStep } from '../../finding.ts'
import { pages, webMail } from '../parts.ts'
import type { MailboxWords } from '../words.ts'
import { withSmtpOff } from './sending.ts'
import {
  askAdministrator,
  capital,
  checkAgain,
  door,
  forKind,
  mailServer,
  proof,
  signInAgain,
  tryLater,
} from './phrases.ts'

const ownName: NextStep = {
  text: 'The user name may be that of another mailbox, or the password an old one: use the account’s own address (no alias, no shared mailbox), and type the password again.',
}

export const mailbox: MailboxWords = {
  'protocol-off': (about) =>
    about.protocol === 'smtp'
      ? {
          title: 'Sending by SMTP is switched off for this mailbox',
          explanation: `The same ${proof(about)} was accepted on another protocol but refused over SMTP. So the ${proof(about)} is right, and SMTP sign-in (“SMTP AUTH”) is most likely switched off for this mailbox${about.account === 'personal' ? '' : ' or the whole organization'}; Microsoft may then answer as if the ${proof(about)} were wrong. Newer personal mailboxes have it off, and Microsoft gives their owners no switch; in organizations the administrator decides.`,
          nextSteps: withSmtpOff(about),
        }
      : {
          title: about.protocol
            ? `${door(about)} is switched off for this mailbox`
            : 'The protocol is switched off for this mailbox',
          explanation: `The same ${proof(about)} was accepted on another protocol but refused over ${door(about)}. So the ${proof(about)} is right, and ${door(about)} is most likely switched off for this mailbox; Microsoft then answers as if the ${proof(about)} were wrong. On Outlook.com, POP and IMAP are off until the owner switches them on.`,
          nextSteps: [
            ...forKind(
              about,
              [
                {
                  text: 'In Outlook on the web, open Settings > Mail > Forwarding and IMAP, switch on that devices and apps may use POP or IMAP, and save.',
                  url: pages.webMail,
                },
              ],
              [askAdministrator(`switch ${door(about)} on for your mailbox`)],
            ),
            { text: 'Or let the mail program use the protocol that works.' },
            checkAgain(about),
          ],
        },
  'mailbox-not-connected': (about) => ({
    title: 'Signed in, but the mailbox does not open',
    explanation: `${capital(mailServer(about))} accepted the sign-in and then refused the mailbox behind it. Microsoft says the same for several causes. The steps go through those that are known, the most likely first; stop at the one that helps.`,
    nextSteps: [
      ...forKind(
        about,
        [
          {
            text: 'IMAP and POP may be switched off for the mailbox, as they are until the owner changes it: in Outlook on the web, open Settings > Mail > Forwarding and IMAP, and switch on that devices and apps may use them.',
            url: pages.webMail,
          },
        ],
        [
          {
            text: `${door(about)} may be switched off for the mailbox: ask your organization’s administrator to switch it on.`,
          },
        ],
      ),
      ...(about.credential === 'token' ? [] : [ownName]),
      ...(about.credential === undefined || about.credential === 'token'
        ? [
            {
              ...signInAgain(about),
              text: 'The token may be another account’s, or may not be for this protocol: sign in with Microsoft again, with the account whose mailbox is meant.',
            },
          ]
        : []),
      {
        text: 'Too many connections may be open: close other mail programs that use this mailbox, wait some minutes, and try again.',
      },
      {
        text: 'The mailbox may be too young: for some days Microsoft has been seen to open such a one at one moment and not at the next. Try again tomorrow.',
      },
      {
        text: 'The way by IPv6 may fail while the one by IPv4 works: try another network, such as a phone’s.',
      },
      {
        text: 'Microsoft may have a fault: see whether the mailbox opens in a browser, and wait some hours.',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  throttled: () => ({
    title: 'Microsoft is slowing this account down',
    explanation:
      'The server refuses for now because of too many connections, messages or sign-ins in a short time. Neither the password nor the settings are the reason.',
    nextSteps: [
      { text: 'Close other mail programs that use this mailbox, and lower how often they check for mail.' },
      tryLater,
    ],
  }),
  'server-unavailable': (about) => ({
    title: 'The server is not ready at the moment',
    explanation: `${capital(mailServer(about))} answered that it cannot do its work now. That lies with the server, not with the password or the settings.`,
    nextSteps: [tryLater, checkAgain(about)],
  }),
}
