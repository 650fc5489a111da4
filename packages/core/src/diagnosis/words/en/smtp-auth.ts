import type { NextStep } from '../../finding.ts'
import { pages, smtpAuthOn, webMail } from '../parts.ts'
import type { Circumstances, SmtpAuthWords } from '../words.ts'
import { administrator, byKind, checkAgain, forKind, rightSettings, signInAgain } from './phrases.ts'

const forMailbox = (about: Circumstances) =>
  administrator(
    `allow authenticated SMTP for your mailbox: in the Microsoft 365 admin center under Users > Active users > your name > Mail > Manage email apps > Authenticated SMTP, or in Exchange Online PowerShell with “${smtpAuthOn.mailbox(about)}”. The setting has three values: $true is off, $false is on, and $null follows the organization.`,
    pages.adminCenter,
  )
const forOrganization: NextStep = administrator(
  `look at the setting of the whole organization too, which decides for every mailbox that has $null: “Get-TransportConfig” shows it, “${smtpAuthOn.organization}” allows SMTP.`,
)
const described: NextStep = {
  text: 'Read Microsoft’s own description of the setting (SMTP AUTH).',
  url: pages.smtpAuthOff,
}

/** What is left where SMTP sign-in is off: who can switch it on, and ways round it. */
export const withSmtpOff = (about: Circumstances): NextStep[] => [
  ...forKind(
    about,
    [
      {
        text: 'Send in a browser, or with a program that does not use SMTP, such as the current Outlook set up by address alone.',
        url: pages.webMail,
      },
    ],
    [forMailbox(about), forOrganization],
  ),
  {
    ...signInAgain(about),
    text: 'Or send with sparekey: once you have signed in with Microsoft, “sparekey send” uses Microsoft Graph where SMTP is off.',
  },
  described,
]

export const smtpOffFor = (about: Circumstances) =>
  byKind(
    about,
    'Newer personal mailboxes have it off, and Microsoft gives their owners no switch.',
    'For a work or school account the administrator decides.',
  )

export const smtpAuth: SmtpAuthWords = {
  'smtp-auth-off-mailbox': (about) => ({
    title: 'Sending by SMTP is switched off for this mailbox',
    explanation: `The server says that SMTP sign-in (“SMTP AUTH”) is disabled for this mailbox. That is a setting on Microsoft’s side, not a wrong password: neither a new password nor an app password changes it. ${smtpOffFor(about)}`,
    nextSteps: withSmtpOff(about),
  }),
  'smtp-auth-off-tenant': (about) => ({
    title: 'Sending by SMTP is switched off for the whole organization',
    explanation:
      'The server says that SMTP sign-in (“SMTP AUTH”) is disabled for the tenant, which means for every mailbox of the organization that does not say otherwise. The password plays no part in it.',
    nextSteps: [
      ...forKind(
        about,
        [{ text: 'Send in a browser until then.', url: pages.webMail }],
        [
          administrator(
            `allow authenticated SMTP for your mailbox alone, which is enough and safer: “${smtpAuthOn.mailbox(about)}” in Exchange Online PowerShell. The mailbox’s own value wins over the organization’s; $null follows it.`,
            pages.adminCenter,
          ),
          administrator(
            `allow it for the whole organization instead, if that is preferred: “${smtpAuthOn.organization}”.`,
          ),
        ],
      ),
      {
        ...signInAgain(about),
        text: 'Or send with sparekey: once you have signed in with Microsoft, “sparekey send” uses Microsoft Graph where SMTP is off.',
      },
      described,
    ],
  }),
  'smtp-auth-probably-off': (about) => ({
    title: 'Sending by SMTP is probably not allowed for this account',
    explanation:
      'The server refused the sign-in without saying why. For a work or school account the usual reason is not the password: SMTP sign-in (“SMTP AUTH”) is off for the mailbox or the organization, or the organization’s security defaults or a conditional access policy forbid signing in with a password alone. A wrong password gets the same answer.',
    nextSteps: [
      ...forKind(
        about,
        [{ text: 'Type the password again; if it is refused again, send in a browser.', url: pages.webMail }],
        [
          forMailbox(about),
          forOrganization,
          administrator(
            'look at security defaults (Entra ID > Overview > Properties) and at the sign-in log, which names the policy that refused.',
            pages.entraAdminCenter,
          ),
        ],
      ),
      {
        text: 'Last, make sure of the password: sign in with it in a browser.',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  'not-authenticated': (about) => ({
    title: 'The program tried to send without signing in',
    explanation:
      'The server takes no message before somebody has signed in, and nobody did: the mail program or device did not try. No password was refused.',
    nextSteps: [
      {
        text: 'In the settings for outgoing mail, switch on “My outgoing server (SMTP) requires authentication”, and enter user name and password there too.',
      },
      {
        text: 'Use port 587 with STARTTLS. Without encryption the server offers no sign-in, and many programs then send without one.',
      },
      {
        text: 'For a relay such as Postfix, make sure it finds a user name and password for exactly the host and port it relays to.',
      },
      rightSettings(about),
      ...forKind(
        about,
        [],
        [
          administrator(
            `see whether authenticated SMTP is allowed for the mailbox, if the program does sign in: “${smtpAuthOn.mailbox(about)}” allows it.`,
          ),
        ],
      ),
    ],
  }),
}
