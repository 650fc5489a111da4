import type { NextStep } from '../../finding.ts'
import { identity, otherWayIn, pages, webMail } from '../parts.ts'
import type { Circumstances, MailboxWords } from '../words.ts'
import { smtpOffFor, withSmtpOff } from './smtp-auth.ts'
import {
  administrator,
  byKind,
  capital,
  checkAgain,
  door,
  forKind,
  ifCertain,
  mailServer,
  proof,
  signInAgain,
  tryLater,
} from './phrases.ts'

/** Who can switch POP or IMAP on for a mailbox of an organization, and where. */
const switchedOn = (about: Circumstances): NextStep => {
  const flags = { imap: ['-ImapEnabled $true'], pop3: ['-PopEnabled $true'], smtp: [] }
  const on = about.protocol ? flags[about.protocol] : [...flags.imap, ...flags.pop3]
  return administrator(
    `see whether ${about.protocol ? `${door(about)} is` : 'POP and IMAP are'} switched on for your mailbox: in the Microsoft 365 admin center under Users > Active users > your name > Mail > Manage email apps, or in Exchange Online PowerShell with “${['Set-CASMailbox -Identity', identity(about), ...on].join(' ')}”.`,
    pages.adminCenter,
  )
}

/** How POP or IMAP is switched on, by whoever can. */
export const switchOn = (about: Circumstances): NextStep[] =>
  forKind(
    about,
    [
      {
        text: 'In Outlook on the web, open Settings > Mail > Forwarding and IMAP, switch on that devices and apps may use POP or IMAP, and save.',
        url: pages.webMail,
      },
    ],
    [switchedOn(about)],
  )

const ownName: NextStep = {
  text: 'The user name may be that of another mailbox, or the password an old one: use the account’s own address (no alias, no shared mailbox), and type the password again.',
}

export const mailbox: MailboxWords = {
  'protocol-off': (about) =>
    about.protocol === 'smtp'
      ? {
          title: `Sending by SMTP is ${ifCertain(about, 'switched off', 'most likely switched off')} for this mailbox`,
          explanation: `The same ${proof(about)} was accepted on another protocol but refused over SMTP. So the ${proof(about)} is right, and SMTP sign-in (“SMTP AUTH”) is most likely switched off for this mailbox${about.account === 'personal' ? '' : ' or the whole organization'}; Microsoft may then answer as if the ${proof(about)} were wrong. ${smtpOffFor(about)}`,
          nextSteps: withSmtpOff(about),
        }
      : {
          title: `${about.protocol ? door(about) : 'The protocol'} is ${ifCertain(about, 'switched off', 'most likely switched off')} for this mailbox`,
          explanation: `The same ${proof(about)} was accepted on another protocol but refused over ${door(about)}. So the ${proof(about)} is right, and ${door(about)} is most likely switched off for this mailbox; Microsoft then answers as if the ${proof(about)} were wrong. ${byKind(about, 'On Outlook.com, POP and IMAP are off until the owner switches them on.', 'For a work or school account the administrator switches POP and IMAP on and off, mailbox by mailbox.')}`,
          nextSteps: [
            ...switchOn(about),
            {
              text: `Or set the mail program up with ${otherWayIn(about) ?? 'the protocol'}${otherWayIn(about) ? ', which accepted' : ' that accepted'} the sign-in.`,
            },
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
        [switchedOn(about)],
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
        text: 'The mailbox may be very new: for its first days it may open at one moment and not at the next. Try again tomorrow.',
      },
      {
        text: 'The connection over IPv6 may fail while IPv4 works: try another network, such as a phone’s.',
      },
      {
        text: 'Microsoft may have an outage: see whether the mailbox opens in a browser, and wait some hours.',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  'no-mailbox': (about) => ({
    title: 'Signed in, but this account has no mailbox',
    explanation: `The sign-in was accepted, but behind it there is no mailbox that can be opened. ${byKind(about, 'A Microsoft account can be made with an address of another provider; it then has no mailbox at Outlook.com, and its mail is still at that provider.', 'In an organization the license for Exchange Online may be missing or have ended, or the mailbox was removed or is still being made.')}`,
    nextSteps: forKind(
      about,
      [
        { text: 'See in a browser whether a mailbox opens for this account.', url: pages.webMail },
        { text: 'If the address belongs to another provider, enter that provider’s servers in the mail program.' },
      ],
      [
        administrator(
          `check that you have a license that includes Exchange Online, and that the mailbox is there: “Get-EXOMailbox -Identity ${identity(about)}”.`,
          pages.adminCenter,
        ),
        {
          text: 'If the license is new, wait up to a day, and see whether the mailbox opens in a browser.',
          url: pages.workWebMail,
        },
      ],
    ),
  }),
  'shared-mailbox-name': (about) => ({
    title: 'The user name is that of a mailbox nobody can sign in to',
    explanation:
      'A shared mailbox or a group has an address but no sign-in of its own: whoever may use it signs in with their own account. No password fits its name.',
    nextSteps: forKind(
      about,
      [
        {
          text: 'There are no shared mailboxes: sign in with the account’s own address, and not with an alias.',
          url: pages.security,
        },
      ],
      [
        {
          text: 'Sign in with Microsoft with your own account, and enter the shared mailbox’s address as the user name for IMAP or POP. For SMTP enter your own address, and the shared one as the sender (From).',
        },
        administrator(
          'give you the rights: “Add-MailboxPermission -Identity SHARED -User YOU -AccessRights FullAccess” to read, and “Add-RecipientPermission -Identity SHARED -Trustee YOU -AccessRights SendAs” to send.',
        ),
        { text: 'Outlook and Outlook on the web open it without a sign-in of its own.', url: pages.workWebMail },
      ],
    ),
  }),
  throttled: (about) => ({
    title: about.protocol === 'smtp' ? 'Microsoft asks to send more slowly' : 'Microsoft is slowing this account down',
    explanation: `The server refuses for now because of too many connections, messages or sign-ins in a short time${about.protocol === 'smtp' || about.protocol === undefined ? ', or because it does not know the sending server well enough' : ''}. Neither the password nor the settings are the reason.`,
    nextSteps: [
      {
        text:
          about.protocol === 'smtp'
            ? 'Send over fewer connections at a time (Microsoft allows three) and fewer messages a minute (30).'
            : 'Close other mail programs that use this mailbox, and lower how often they check for mail.',
        ...(about.protocol === 'smtp' && { url: pages.concurrentSending }),
      },
      tryLater,
    ],
  }),
  'idle-timeout': (about) => ({
    title: 'The server closed a connection on which nothing happened',
    explanation: `${capital(mailServer(about))} ends a connection when the program is silent for too long: before the sign-in after a minute or so, afterwards after about half an hour. No password was refused. A computer that slept, or a program that waited for something else, is the usual reason.`,
    nextSteps: [
      { text: 'Let the program connect again; if it does so by itself, you need do nothing.' },
      {
        text: 'If it happens before the sign-in, see what the program waited for: often its sign-in with Microsoft (OAuth 2.0) failed first, and that message tells more.',
      },
      {
        text: 'If it happens while the program waits for mail (IDLE), let it renew that more often than every 29 minutes.',
      },
      checkAgain(about),
    ],
  }),
  'server-unavailable': (about) => ({
    title: 'The server is not ready at the moment',
    explanation: ifCertain(
      about,
      `${capital(mailServer(about))} answered that it cannot do its work now. That lies with the server, not with the password or the settings.`,
      `${capital(mailServer(about))} answered with a number that stands for passing trouble, in words that do not say which. It may be gone in some minutes; or the same comes again each time, and then the reason is another one.`,
    ),
    nextSteps: [
      tryLater,
      ...(about.certainty === 'certain'
        ? []
        : [
            {
              text: 'If it goes on for more than a day, it is not passing: see whether the account can sign in in a browser, and compare the way of signing in (password or OAuth 2.0) in the program with what it was given.',
              ...webMail(about.account),
            },
          ]),
      checkAgain(about),
    ],
  }),
}
