import { outlookIn, pages } from '../parts.ts'
import type { NextStep } from '../../finding.ts'
import type { Circumstances, ProgramWords } from '../words.ts'
import { capital, checkAgain, mailServer, programName, rightSettings, signInAgain, webMailStep } from './phrases.ts'

/** What pages say of this program; else what helps with most. */
const anotherWay = ({ program }: Circumstances): NextStep[] => {
  if (program?.instead) return [{ text: program.instead.en }]
  const classicOutlook = {
    text: 'In classic Outlook, remove the account and add it again by address alone: set up as a Microsoft account (Exchange), not as POP or IMAP, it signs in with Microsoft.',
  }
  return [
    { text: 'See whether a newer version of the program can, and update it.' },
    ...(program ? [] : [classicOutlook]),
    { text: 'Or use a program that can, such as Thunderbird or the new Outlook.' },
  ]
}

export const program: ProgramWords = {
  'program-cannot-oauth': (about) => ({
    title: `${programName(about) ?? 'This mail program'} cannot sign in with Microsoft${about.protocol ? ` over ${about.protocol === 'pop3' ? 'POP' : about.protocol.toUpperCase()}` : ''}`,
    explanation: `Microsoft takes no passwords here any more, only OAuth 2.0, where you sign in on a page of Microsoft’s. ${programName(about) ?? 'This program'} is not known to do that for such an account, so no setting and no app password helps.`,
    nextSteps: [...anotherWay(about), webMailStep(about)],
  }),
  'program-too-old': (about) => ({
    title: 'The program’s way of signing in does not serve this account',
    explanation:
      'The program asks Microsoft’s older sign-in service (v1), which issues nothing for personal accounts. Your account and password are not the reason.',
    nextSteps: [
      { text: 'Update the program: newer versions ask the current service (v2.0).' },
      {
        text: 'If it is your own program, use the v2.0 addresses: https://login.microsoftonline.com/common/oauth2/v2.0/authorize and …/token.',
      },
      { ...signInAgain(about), text: 'To sign in with sparekey:' },
    ],
  }),
  'client-refused': () => ({
    title: 'Microsoft does not accept the program’s client ID',
    explanation:
      'Programs that sign in with Microsoft have a “client ID”, which whoever made them registers. This one is not registered, is disabled, is not meant for this kind of account, or is registered in another way than the program uses it (redirect URI, public client, secret). Your account and password are not the reason.',
    nextSteps: [
      {
        text: 'If you did not enter a client ID yourself, update the program, or tell its makers the number that begins with AADSTS.',
      },
      { text: 'If you did, compare it letter by letter with the one you were given.' },
      {
        text: 'Whoever registered it opens the registration, and sees that it serves this kind of account (personal, work, or both), that “Allow public client flows” is on and no secret is sent, and that the redirect URI (such as http://localhost) is listed under “Mobile and desktop applications”.',
        url: pages.appRegistrations,
      },
    ],
  }),
  'scope-wrong': (about) => ({
    title: 'The program asked Microsoft for permissions that do not fit',
    explanation:
      'The permissions (“scopes”) that the program asked for do not exist, do not go together, or are not offered to this kind of account. Your account and password are not the reason.',
    nextSteps: [
      { text: 'Update the program: the permissions are part of it.' },
      {
        text: `If you enter them yourself, ask for ${outlookIn(about)}/IMAP.AccessAsUser.All, …/POP.AccessAsUser.All or …/SMTP.Send, each with ${outlookIn(about)} in front, and for offline_access; never together with permissions of Microsoft Graph${about.account === 'work' ? '' : ', and not “.default” for a personal account'}.`,
      },
    ],
  }),
  'request-malformed': (about) => ({
    title: 'Microsoft could not read the program’s request',
    explanation:
      'The program’s request to sign in was incomplete or damaged: a field is missing, or what the program had stored (such as its refresh token) was cut off. Your password is not the reason.',
    nextSteps: [
      {
        text: 'Remove the account’s sign-in from the program and sign in with Microsoft again, in the system’s own browser.',
      },
      {
        text: 'If it is your own program, compare every field and how it is encoded with Microsoft’s description; tokens have no line breaks.',
      },
      { ...signInAgain(about), text: 'With sparekey, sign in again.' },
    ],
  }),
  'client-protocol-error': (about) => ({
    title: 'The server did not understand the mail program',
    explanation: `${capital(mailServer(about))} refused a command, or ended the connection because of one: the program does not speak the protocol as this server expects, for instance with the token on the line of AUTH (POP3 wants it on a line of its own), with a line that is too long, or with a way of signing in that is not offered. No password was checked.`,
    nextSteps: [
      { text: 'Update the mail program: such faults are mended in newer versions.' },
      { text: 'With POP3, use IMAP if the program can.' },
      rightSettings(about),
      { text: 'If it goes on, tell the program’s makers the server’s sentence.' },
    ],
  }),
  'tls-too-old': (about) => ({
    title: 'The program or device uses an encryption that is too old',
    explanation:
      'Microsoft takes TLS 1.2 and newer only; this program or device offered TLS 1.0 or 1.1. It never came to a sign-in, so the password is not the reason.',
    nextSteps: [
      { text: 'Update the program; on a printer, scanner or NAS the firmware.' },
      {
        text: 'On an older system, make sure that TLS 1.2 is there and switched on: Windows 7 and 8 need a setting for that.',
      },
      {
        text: 'If the device cannot be updated, let it send to a relay in your own network that passes mail on with TLS 1.2.',
        url: pages.olderTls,
      },
      checkAgain(about),
    ],
  }),
}
